import ModelArtifacts

/// The rules as JSON.
struct RulesJSON {
    private var writer: JSONWriter

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    /// - Parameter framework: the framework whose rules these are; nil if they are not for one alone.
    mutating func write(_ rules: [Rule], framework: Framework? = nil) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        if let framework {
            try writer.beginObject("framework")
            try writer.write("name", framework.rawValue)
            try writer.write("source", framework.source)
            try writer.endObject()
        }
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
            if framework != nil {
                try writer.write("scope", AllRules.ofFrameworks.contains(rule.id) ? "framework" : "every")
            }
            try writer.endObject()
        }
        try writer.endArray()
        try writer.endObject()
        try writer.finish()
    }
}
