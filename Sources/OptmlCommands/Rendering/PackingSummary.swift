import ModelArtifacts

/// What became of packing a directory, for people and for programs.
struct PackingSummary {
    /// How many things that were left out are named.
    private static let namedLeftOut = 20

    let plan: PackingPlan
    let archive: PackedArchive
    /// Where it went.
    let target: ByteString
    let level: PackingLevel

    /// For standard error.
    ///
    /// - Parameter uploader: whose rule was taken; nil if a part size was given.
    func lines(took duration: Duration, uploader: Uploader?) -> [String] {
        var lines = plan.leftOut.prefix(Self.namedLeftOut).map { "left out '\($0.path)\($0.isDirectory ? "/" : "")'" }
        if plan.leftOutCount > lines.count { lines.append("left out \(plan.leftOutCount - lines.count) more") }
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Int64(Double(archive.contentSize) / seconds) : 0
        let percent = ratio.map { " (\($0 / 100).\($0 % 100 / 10) %)" } ?? ""
        lines.append(
            "Packed \(Plural.count(plan.report.summary.files, "file")), \(ByteSize(bytes: archive.contentSize)), into "
                + "'\(target)', \(ByteSize(bytes: archive.size))\(percent), "
                + "in \(Self.tenths(seconds)) s, \(ByteSize(bytes: rate))/s")
        let parts = archive.partSize.map { ", parts of \(ByteSize(bytes: $0))" } ?? ""
        let rule = uploader?.rawValue ?? "the part size given"
        lines.append("ETag \(archive.etag?.text ?? "not known") (\(rule)\(parts))")
        return lines
    }

    /// For standard output: everything but the time.
    func write(to json: inout JSONWriter, modificationTime: Int64) throws(ArtifactError) {
        try json.beginObject()
        try json.writeTool()
        try json.beginObject("source")
        try json.write("kind", plan.report.kind.rawValue)
        try json.write("location", name: plan.directory)
        try json.endObject()
        try json.beginObject("archive")
        try json.write("path", name: target)
        try json.write("size", archive.size)
        if let etag = archive.etag { try json.write("etag", etag.text) }
        if let partSize = archive.partSize { try json.write("partSize", partSize) }
        try json.write("level", level.description)
        try json.write("modificationTime", modificationTime)
        try json.write("formatVersion", ArchivePacker.formatVersion)
        try json.endObject()
        try json.beginObject("summary")
        let summary = plan.report.summary
        try json.write("members", plan.memberCount)
        try json.write("files", summary.files)
        try json.write("bytes", archive.contentSize)
        try json.write("unpackedBytes", archive.unpackedSize)
        if let ratio { try json.write("ratio", tenThousandths: ratio) }
        try json.write("errors", summary.errors)
        try json.write("warnings", summary.warnings)
        try json.write("notes", summary.notes)
        try json.endObject()
        try json.beginArray("members")
        for member in plan.members { try write(member, to: &json) }
        try json.endArray()
        try json.beginArray("leftOut")
        for thing in plan.leftOut {
            try json.beginObject()
            try json.write("path", name: thing.path)
            try json.write("type", thing.isDirectory ? "directory" : "file")
            try json.write("reason", thing.reason.rawValue)
            try json.endObject()
        }
        try json.endArray()
        try json.endObject()
        try json.finish()
    }

    private func write(_ member: PackedMember, to json: inout JSONWriter) throws(ArtifactError) {
        try json.beginObject()
        try json.write("path", name: member.path)
        try json.write("type", member.kind.rawValue)
        if member.kind == .file { try json.write("size", member.size) }
        try json.write("mode", "0" + String(member.mode, radix: 8))
        if let target = member.target { try json.write("target", name: target) }
        try json.endObject()
    }

    /// The size of the archive in ten-thousandths of that of its contents; nil without contents.
    private var ratio: Int? {
        guard archive.contentSize > 0 else { return nil }
        return Int(Double(archive.size) / Double(archive.contentSize) * 10_000 + 0.5)
    }

    private static func tenths(_ seconds: Double) -> String {
        let tenths = Int(seconds * 10 + 0.5)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
