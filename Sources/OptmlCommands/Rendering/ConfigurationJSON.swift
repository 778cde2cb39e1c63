import ModelArtifacts

/// The configuration in force as JSON.
struct ConfigurationJSON {
    private var writer: JSONWriter

    init(sink: @escaping OutputBuffer.Sink) {
        writer = JSONWriter(sink: sink)
    }

    mutating func write(_ rows: [SettingRow], file: ByteString?) throws(ArtifactError) {
        try writer.beginObject()
        try writer.writeTool()
        if let file { try writer.write("file", name: file) } else { try writer.writeNull("file") }
        try writer.beginArray("settings")
        for row in rows { try write(row) }
        try writer.endArray()
        try writer.endObject()
        try writer.finish()
    }

    private mutating func write(_ row: SettingRow) throws(ArtifactError) {
        try writer.beginObject()
        try writer.write("name", row.name)
        if let rule = row.rule { try writer.write("rule", rule) }
        if let value = row.value {
            try writer.write("value", name: value)
        } else if row.rule == nil {
            try writer.writeNull("value")
        }
        if !row.paths.isEmpty {
            try writer.beginArray("paths")
            for path in row.paths { try writer.write(path) }
            try writer.endArray()
        }
        if let reason = row.reason { try writer.write("reason", reason) }
        switch row.origin {
        case .standard: try writer.write("origin", "default")
        case .commandLine: try writer.write("origin", "command-line")
        case .file(let file, let place):
            try writer.write("origin", "file")
            try writer.write("file", name: file)
            try writer.write("line", place.line)
            try writer.write("column", place.column)
        }
        try writer.endObject()
    }
}
