/// The part sizes that an object in a number of parts was probably uploaded with.
enum LikelyPartSizes {
    /// The most that are tried, since each costs another MD5 of the contents.
    private static let limit = 16

    /// The part sizes in bytes: those of the known uploaders, then whole MiB, the roundest first; at most 16.
    ///
    /// - Parameters:
    ///   - size: that of the object in bytes.
    ///   - count: the number of parts.
    static func sizes(ofObject size: Int64, inParts count: Int) -> [Int64] {
        guard let range = range(ofObject: size, inParts: count) else { return [] }
        // Whatever the part size, it is the same part.
        guard count > 1 else { return [size] }
        var sizes = known(range, size)
        // Multiples of 4 GiB, then of 2 GiB, and so on down to 1 MiB.
        var unit = 4 * ByteSize.gibibyte
        while unit >= ByteSize.mebibyte {
            var partSize = range.lowerBound.dividedRoundingUp(by: unit) * unit
            while range.contains(partSize), partSize <= S3Limits.partSize {
                guard sizes.count < limit else { return sizes }
                if !sizes.contains(partSize) { sizes.append(partSize) }
                partSize += unit
            }
            unit /= 2
        }
        return sizes
    }

    /// The only part size of a known uploader that gives this number of parts; nil if there are several or none.
    static func only(ofObject size: Int64, inParts count: Int) -> Int64? {
        guard let range = range(ofObject: size, inParts: count) else { return nil }
        guard count > 1 else { return size }
        let sizes = known(range, size)
        return sizes.count == 1 ? sizes.first : nil
    }

    /// All part sizes that give this number of parts; nil if none does.
    private static func range(ofObject size: Int64, inParts count: Int) -> ClosedRange<Int64>? {
        guard size > 0, size <= S3Limits.objectSize, (1...Int(S3Limits.partCount)).contains(count) else { return nil }
        let least = size.dividedRoundingUp(by: Int64(count))
        let greatest = count == 1 ? .max : (size - 1) / Int64(count - 1)
        return least <= greatest ? least...greatest : nil
    }

    private static func known(_ range: ClosedRange<Int64>, _ size: Int64) -> [Int64] {
        var sizes: [Int64] = []
        for uploader in Uploader.allCases {
            for partSize in [uploader.basePartSize, uploader.partSize(forSize: size)]
            where range.contains(partSize) && !sizes.contains(partSize) {
                sizes.append(partSize)
            }
        }
        return sizes
    }
}
