import ModelArtifacts

/// The rules as JSON.
struct RulesJSON {
    private var writer: JSONWriter

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    mutating func write(_ rules: [Rule]) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        try writer.beginArray("rules")
        for rule in rules {
            try writer.beginObject()
            try writer.write("id", rule.id)
            try writer.write("severity", rule.severity.rawValue)
            try writer.write("summary", rule.summary)
            try writer.write("explanation", rule.explanation)
            try writer.write("help", rule.remedy)
            try writer.beginObject("example")
            try writer.write("bad", rule.example.bad)
            try writer.write("good", rule.example.good)
            try writer.endObject()
            try writer.write("source", rule.source)
            try writer.endObject()
        }
        try writer.endArray()
        try writer.endObject()
        try writer.finish()
    }
}
