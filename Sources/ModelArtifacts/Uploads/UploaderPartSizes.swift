/// The numbers behind ``UploadRule``; where they come from stands at each case of ``Uploader``.
extension Uploader {
    /// The largest object in bytes that is sent as a single PUT.
    var greatestSingle: Int64 {
        switch self {
        case .awsCLI, .boto3: 8 * ByteSize.mebibyte - 1
        case .crt, .javaV2: 8 * ByteSize.mebibyte
        case .rclone: 200 * ByteSize.mebibyte - 1
        case .s5cmd: 50 * ByteSize.mebibyte
        case .goManager, .jsLibStorage: 5 * ByteSize.mebibyte
        case .s3cmd: 15 * ByteSize.mebibyte
        case .minio, .console: 16 * ByteSize.mebibyte
        case .mountpoint: -1
        }
    }

    /// Whether an object of exactly the multipart threshold is sent in parts.
    var splitsAtThreshold: Bool {
        switch self {
        case .awsCLI, .boto3, .rclone: true
        case .crt, .s5cmd, .goManager, .jsLibStorage, .javaV2, .s3cmd, .minio, .mountpoint, .console: false
        }
    }

    /// The largest file in bytes that the uploader takes, where that is less than its parts could hold.
    var greatestSize: Int64? {
        switch self {
        case .console: 160 * ByteSize.gibibyte
        case .awsCLI, .boto3, .crt, .rclone, .s5cmd, .goManager, .jsLibStorage, .javaV2, .s3cmd, .minio, .mountpoint:
            nil
        }
    }

    /// The size of the parts when there are not too many.
    var basePartSize: Int64 {
        switch self {
        case .awsCLI, .boto3, .crt, .javaV2, .mountpoint: 8 * ByteSize.mebibyte
        case .rclone, .goManager, .jsLibStorage: 5 * ByteSize.mebibyte
        case .s5cmd: 50 * ByteSize.mebibyte
        case .s3cmd: 15 * ByteSize.mebibyte
        case .minio: 16 * ByteSize.mebibyte
        case .console: 17_179_870
        }
    }

    /// The size of the parts, in bytes, of a multipart upload of `size` bytes, which is at most 10,000 times 5 GiB.
    ///
    /// It may come out so small that more than 10,000 parts are needed; that is an upload that fails.
    func partSize(forSize size: Int64) -> Int64 {
        let base = basePartSize
        let share = size / S3Limits.partCount
        let shareRoundedUp = size.dividedRoundingUp(by: S3Limits.partCount)
        switch self {
        case .awsCLI, .boto3:
            var partSize = base
            while size.dividedRoundingUp(by: partSize) > S3Limits.partCount { partSize *= 2 }
            return min(partSize, S3Limits.partSize)
        case .crt:
            return shareRoundedUp <= base ? base : shareRoundedUp.roundedUp(toMultipleOf: base)
        case .rclone:
            if size <= base * S3Limits.partCount { return base }
            let partSize = share.roundedUp(toMultipleOf: ByteSize.mebibyte)
            let isAtBoundary = size / partSize == S3Limits.partCount && size % S3Limits.partCount != 0
            return isAtBoundary ? partSize + ByteSize.mebibyte : partSize
        case .s5cmd, .goManager:
            return size / base >= S3Limits.partCount ? share + 1 : base
        case .jsLibStorage, .javaV2:
            return max(base, shareRoundedUp)
        case .minio:
            return max(base, share.roundedUp(toMultipleOf: base))
        case .s3cmd, .mountpoint, .console:
            return base
        }
    }
}

extension Int64 {
    /// The least multiple of `unit` that is not below the number, which is not negative.
    fileprivate func roundedUp(toMultipleOf unit: Int64) -> Int64 {
        dividedRoundingUp(by: unit) * unit
    }
}
