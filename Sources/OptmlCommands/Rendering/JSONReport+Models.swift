import ModelArtifacts

extension JSONReport {
    /// Writes the report on the models of a listing.
    mutating func write(_ report: ModelsReport) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        try writer.beginObject("source")
        try writer.write("kind", SourceKind.listing.rawValue)
        try writer.write("location", name: report.location)
        if report.contents != .all { try writer.write("contents", report.contents.rawValue) }
        try writer.endObject()
        try writer.write("s3Uri", name: report.s3URI)
        try writer.beginArray("models")
        for model in report.models {
            try writer.beginObject()
            try writer.write("s3Uri", name: model.s3URI)
            try writer.write("verdict", ModelsText.verdict(of: model.summary))
            try writeSummary(model.summary)
            try write(model.findings)
            try write(model.truncated)
            try writer.endObject()
        }
        try writer.endArray()
        try writeSummary(report.summary)
        try write(report.findings)
        try end()
    }
}
