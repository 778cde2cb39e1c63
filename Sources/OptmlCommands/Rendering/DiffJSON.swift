import ModelArtifacts

/// A comparison as JSON, for programs.
struct DiffJSON {
    private var writer: JSONWriter

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    /// Writes a comparison.
    mutating func write(_ diff: ArtifactDiff) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        try write(diff.from, as: "from")
        try write(diff.to, as: "to")
        try writer.beginObject("summary")
        try writer.write("same", diff.summary.same)
        try writer.write("added", diff.summary.added)
        try writer.write("removed", diff.summary.removed)
        try writer.write("changed", diff.summary.changed)
        try writer.write("moved", diff.summary.moved)
        try writer.write("type", diff.summary.type)
        try writer.write("unverified", diff.summary.unverified)
        try writer.endObject()
        try writer.beginArray("changes")
        for change in diff.changes { try write(change) }
        try writer.endArray()
        try writer.beginArray("unverified")
        for unverified in diff.unverified {
            try writer.beginObject()
            try writer.write("path", name: unverified.to.path)
            try writer.write("reason", unverified.reason.rawValue)
            try write(unverified.from, as: "from")
            try write(unverified.to, as: "to")
            try writer.endObject()
        }
        try writer.endArray()
        if !diff.remarks.isEmpty {
            try writer.beginArray("notes")
            for remark in diff.remarks { try writer.write(remark) }
            try writer.endArray()
        }
        try writer.endObject()
        try writer.finish()
    }

    private mutating func write(_ side: ArtifactDiff.Side, as name: String) throws(ArtifactError) {
        try writer.beginObject(name)
        try writer.beginObject("source")
        try writer.write("kind", side.kind.rawValue)
        try writer.write("location", name: side.location)
        try writer.endObject()
        try writer.beginObject("modelDataSource")
        if let uri = side.s3URI { try writer.write("s3Uri", name: uri) } else { try writer.writeNull("s3Uri") }
        try writer.write("s3DataType", side.combination.dataType.rawValue)
        try writer.write("compressionType", side.combination.compressionType.rawValue)
        try writer.endObject()
        try writer.write("files", side.files)
        try writer.write("bytes", side.bytes)
        try writer.beginArray("notes")
        for note in side.notes { try writer.write(note) }
        try writer.endArray()
        try writer.endObject()
    }

    private mutating func write(_ change: ArtifactChange) throws(ArtifactError) {
        try writer.beginObject()
        try writer.write("path", name: change.path)
        try writer.write("change", change.kind.rawValue)
        if !change.aspects.isEmpty {
            try writer.beginArray("what")
            for aspect in change.aspects { try writer.write(aspect.rawValue) }
            try writer.endArray()
        }
        if let from = change.from { try write(from, as: "from", showingPath: change.kind == .moved) }
        if let to = change.to { try write(to, as: "to") }
        if let remark = change.remark { try writer.write("remark", remark) }
        try writer.endObject()
    }

    private mutating func write(
        _ state: ArtifactChange.State, as name: String, showingPath: Bool = false
    ) throws(ArtifactError) {
        try writer.beginObject(name)
        if showingPath { try writer.write("path", name: state.path) }
        try writer.write("type", state.kind.rawValue)
        if let size = state.size { try writer.write("size", size) }
        if let etag = state.etag { try writer.write("etag", etag.text) }
        if let mode = state.mode { try writer.write("mode", "0" + String(mode, radix: 8)) }
        if let target = state.target { try writer.write("target", name: target) }
        try writer.endObject()
    }
}
