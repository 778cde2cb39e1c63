/// What tools print of objects that is no listing of keys: names with sizes, other URIs, what was copied, errors. Read as keys,
/// such lines would make a model of other names.
extension ListingDetector {
    /// Refuses what tools of stores print.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput`.
    func refuseTextOfStores(_ first: ArraySlice<UInt8>) throws(ArtifactError) {
        if ListingPattern.matches(first, "[0000-00-00 00:00:00 ") { throw refusal("a listing of 'mc ls'") }
        if isOfOtherScheme { throw refusal("URIs that do not begin with s3://") }
        if let form = formOfSizedNames { throw refusal(form) }
        if isOfCopying(first) { throw refusal("what a tool says of what it copies") }
        let isRecord = lines.contains { ListingPattern.matches($0, "BucketName ") && contains($0, " : ") }
        let isTable =
            lines.count > 1 && contains(first, "Key") && lines[1].starts(with: "---".utf8)
            && lines[1].allSatisfy { " -".utf8.contains($0) }
        if isRecord || isTable { throw refusal("what PowerShell prints of objects") }
        let errors: [StaticString] = [") when calling the ", "Unable to locate credentials", "command not found"]
        if errors.contains(where: { contains(first, $0) }) { throw refusal("an error message") }
    }

    /// Refuses what Python prints of an answer of boto3, or of its objects, which looks like JSON and is none.
    ///
    /// Source: `ServiceResource.__repr__` in boto3/resources/base.py.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput`.
    func refuseTextOfPython(_ start: ArraySlice<UInt8>) throws(ArtifactError) {
        let beginnings: [StaticString] = [
            "{'", "[{'", "['", "s3.Object(bucket_name=", "s3.ObjectSummary(bucket_name=", "[s3.Object(bucket_name=",
            "[s3.ObjectSummary(bucket_name=",
        ]
        guard beginnings.contains(where: { ListingPattern.matches(start, $0) }) else { return }
        throw refusal("what Python prints of objects (json.dumps(response, default=str) of an answer is read)")
    }

    /// The lines that are whole: the first 64 KiB end anywhere, and so may the last line of them.
    private var wholeLines: ArraySlice<ArraySlice<UInt8>> { lines.count > 2 ? lines.dropLast() : lines[...] }

    /// Whether all lines are URIs, and of another scheme than `s3`.
    private var isOfOtherScheme: Bool {
        wholeLines.allSatisfy { line in
            let scheme = line.prefix { ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 }
            return (2...8).contains(scheme.count) && line.dropFirst(scheme.count).starts(with: "://".utf8)
                && !scheme.elementsEqual("s3".utf8)
        }
    }

    /// What prints lines that begin with a size, as words; nil if not all do.
    ///
    /// Source: `cmd/ls` and `cmd/lsl` of rclone/rclone, `%9d`; `gsutil help ls`, whose time is as in ISO 8601.
    private var formOfSizedNames: String? {
        let rests = wholeLines.compactMap { line -> ArraySlice<UInt8>? in
            let number = line.drop { $0 == UInt8(ascii: " ") }
            let rest = number.drop { $0 &- UInt8(ascii: "0") < 10 }
            let width = rest.startIndex - line.startIndex
            guard rest.startIndex > number.startIndex, width >= 9, rest.first == UInt8(ascii: " ") else { return nil }
            return rest.dropFirst()
        }
        guard rests.count == wholeLines.count, let first = rests.first, !first.isEmpty else { return nil }
        if ListingPattern.matches(first, "0000-00-00 00:00:00.") { return "a listing of 'rclone lsl'" }
        if ListingPattern.matches(first.drop { $0 == UInt8(ascii: " ") }, "0000-00-00T00:00:00Z ") {
            return "a listing of 'gsutil ls -l'"
        }
        return "names below a prefix with sizes in front, as 'rclone ls' prints them"
    }

    /// Whether a line says of an object what is done with it, as `aws s3 sync` and `s5cmd cp` do.
    private func isOfCopying(_ line: ArraySlice<UInt8>) -> Bool {
        let words: [StaticString] = [
            "(dryrun) ", "upload: ", "download: ", "copy: ", "move: ", "delete: ", "cp ", "mv ", "rm ", "Completed ",
        ]
        let isSaid = words.contains { ListingPattern.matches(line, $0) }
        return isSaid && (contains(line, "s3://") || contains(line, " file(s) remaining"))
    }
}
