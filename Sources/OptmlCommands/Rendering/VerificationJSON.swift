import ModelArtifacts

/// A comparison as JSON, with every object.
struct VerificationJSON {
    private var writer: JSONWriter

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    mutating func write(_ report: VerificationReport) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        for (name, side) in [("expected", report.expected), ("actual", report.actual)] {
            try writer.beginObject(name)
            try writer.write("kind", side.kind)
            try writer.write("location", name: side.location)
            try writer.endObject()
        }
        try writer.beginObject("summary")
        for status in ObjectStatus.allCases { try writer.write(status.rawValue, report.summary.count(status)) }
        if report.comparesSizesOnly { try writer.write("sizeOnly", true) }
        if report.summary.outsidePrefix > 0 { try writer.write("outsidePrefix", report.summary.outsidePrefix) }
        if !report.summary.proofs.isEmpty {
            try writer.beginObject("sameBy")
            for (checksum, count) in report.summary.proofs.sorted(by: { $0.key < $1.key }) {
                try writer.write(checksum, count)
            }
            try writer.endObject()
        }
        try writer.endObject()
        if !report.remarks.isEmpty {
            try writer.beginArray("notes")
            for remark in report.remarks { try writer.write(remark) }
            try writer.endArray()
        }
        try writer.beginArray("objects")
        try report.forEach { comparison throws(ArtifactError) in try write(comparison) }
        try writer.endArray()
        try writer.endObject()
        try writer.finish()
    }

    private mutating func write(_ comparison: ObjectComparison) throws(ArtifactError) {
        try writer.beginObject()
        try writer.write("path", name: comparison.path)
        if let key = comparison.key { try writer.write("key", name: key) }
        try writer.write("status", comparison.status.rawValue)
        if comparison.isAccepted, comparison.status != .same { try writer.write("accepted", true) }
        if let expected = comparison.expected { try write("expected", expected) }
        if let actual = comparison.actual { try write("actual", actual) }
        if let proof = comparison.proof { try writer.write("proof", proof) }
        if let reason = comparison.reason { try writer.write("reason", reason) }
        try writer.endObject()
    }

    private mutating func write(_ name: String, _ state: ObjectComparison.State) throws(ArtifactError) {
        try writer.beginObject(name)
        if let etag = state.etag { try writer.write("etag", etag.text) }
        if let size = state.size { try writer.write("size", size) }
        try writer.endObject()
    }
}
