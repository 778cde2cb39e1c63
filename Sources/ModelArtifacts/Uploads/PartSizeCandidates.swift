/// The ways in which an object of a size may have been uploaded that its ETag has a certain number of parts.
package struct PartSizeCandidates: Hashable, Sendable {
    /// The most part sizes that are multiples of one unit; each costs as much as hashing the file once more.
    static let multiplesLimit = 64

    /// The same for units that are no powers of two.
    static let decimalMultiplesLimit = 32

    /// Part sizes that people choose, in MiB.
    private static let commonMebibytes: [Int64] = [
        8, 5, 16, 15, 10, 32, 64, 50, 100, 128, 256, 512, 1024, 6, 7, 12, 20, 24, 25, 30, 40, 48, 60, 75, 80, 96, 120,
        125, 150, 160, 192, 200, 250, 300, 320, 384, 400, 500, 640, 750, 768, 1000, 1280, 1536, 2000, 2048, 2500, 3072,
        4000, 4096, 5000, 5120,
    ]

    /// Part sizes that people choose, in MB.
    private static let commonMegabytes: [Int64] = [
        5, 6, 8, 10, 15, 16, 20, 25, 32, 50, 64, 100, 125, 128, 150, 200, 250, 256, 500, 512, 1000, 1024, 2000, 5000,
    ]

    /// The uploads, the most likely first. There is none if the object cannot have that many parts.
    package let plans: [PartPlan]
    /// Whether no whole number of MiB is left out.
    package let hasAllMebibytes: Bool

    /// One upload that is known.
    init(size: Int64, only partSize: Int64) {
        plans = [.multipart(size: size, partSize: partSize)]
        hasAllMebibytes = false
    }

    /// The uploads of an object.
    ///
    /// They are: the rule that is given; every ``Uploader``, be its multipart threshold as it is or another one; part sizes
    /// that people choose; and all multiples of 1 MiB. Where more than 64 of these would do, which is so for large objects in
    /// few parts, it is those of 2 MiB, 4 MiB and so on instead, and up to 32 of 5, 10, 25, 50 or 100 MiB and so on. If none of
    /// these does, it is the size divided by the number of parts.
    ///
    /// - Parameters:
    ///   - size: in bytes, 0 or more.
    ///   - partCount: how many parts the ETag names; nil for one PUT, of which there is one way.
    ///   - rule: how the object is likely to be uploaded.
    package init(size: Int64, partCount: Int?, rule: UploadRule? = nil) {
        guard let partCount else {
            (plans, hasAllMebibytes) = ([.single(size: size)], true)
            return
        }
        guard let range = Self.partSizes(size: size, partCount: Int64(partCount)) else {
            (plans, hasAllMebibytes) = ([], true)
            return
        }
        var likely: [Int64] = []
        if let rule, let partSize = try? rule.plan(forSize: size).partSize { likely.append(partSize) }
        if size <= S3Limits.objectSize {
            likely += Uploader.allCases.map { $0.partSize(forSize: size) } + Uploader.allCases.map(\.basePartSize)
        }
        likely += Self.commonMebibytes.map { $0 * ByteSize.mebibyte } + Self.commonMegabytes.map { $0 * 1_000_000 }
        let unit = Self.unit(in: range, of: (0..<40).map { 1 << $0 }, limit: Self.multiplesLimit)
        likely += Self.multiples(of: unit, in: range)
        let decimalUnit = Self.unit(
            in: range, of: [1, 5, 10, 25, 50, 100, 250, 500, 5000], limit: Self.decimalMultiplesLimit)
        likely += Self.multiples(of: decimalUnit, in: range)
        var seen: Set<Int64> = []
        var partSizes = likely.filter { range.contains($0) && seen.insert($0).inserted }
        // Parts of equal size are what is left if nobody would choose the size.
        if partSizes.isEmpty { partSizes = [range.lowerBound] }
        // Of a single part the size makes no difference to the ETag.
        plans = (partCount == 1 ? Array(partSizes.prefix(1)) : partSizes).map { .multipart(size: size, partSize: $0) }
        hasAllMebibytes = partCount == 1 || unit == ByteSize.mebibyte
    }

    /// The only part size of a known uploader that gives an object so many parts; nil if there are several or none.
    static func onlyOfUploaders(size: Int64, partCount: Int) -> Int64? {
        guard size > 0, size <= S3Limits.objectSize, let range = partSizes(size: size, partCount: Int64(partCount))
        else {
            return nil
        }
        guard partCount > 1 else { return size }
        let sizes = Set(
            Uploader.allCases.flatMap { [$0.basePartSize, $0.partSize(forSize: size)] }.filter(range.contains))
        return sizes.count == 1 ? sizes.first : nil
    }

    /// The first of some units, given in MiB, of which no more multiples than `limit` are in a range, in bytes.
    private static func unit(in range: ClosedRange<Int64>, of mebibytes: [Int64], limit: Int) -> Int64 {
        let units = mebibytes.map { $0 * ByteSize.mebibyte }
        return units.first { range.upperBound / $0 - (range.lowerBound - 1) / $0 <= limit } ?? range.upperBound
    }

    /// The multiples of a unit in a range.
    private static func multiples(of unit: Int64, in range: ClosedRange<Int64>) -> [Int64] {
        Array(
            stride(from: range.lowerBound.dividedRoundingUp(by: unit) * unit, through: range.upperBound, by: Int(unit)))
    }

    /// The part sizes that cut an object into so many parts; nil if there are none.
    private static func partSizes(size: Int64, partCount: Int64) -> ClosedRange<Int64>? {
        guard partCount >= 1, partCount <= S3Limits.partCount else { return nil }
        let least = max(1, size.dividedRoundingUp(by: partCount))
        guard partCount > 1 else { return least...max(least, S3Limits.partSize) }
        // Not so large that one part less would do.
        let greatest = min(size.dividedRoundingUp(by: partCount - 1) - 1, S3Limits.partSize)
        return least <= greatest ? least...greatest : nil
    }
}
