import ModelArtifacts

extension JSONWriter {
    /// Writes the member `name` with a name, and where that is not UTF-8 a member `nameBytes` with its exact bytes in base64.
    mutating func write(_ name: String, name value: ByteString) throws(ArtifactError) {
        try write(name, value)
        if !UTF8Check.isValid(value.bytes.span) { try write(name + "Bytes", Base64.encode(value.bytes)) }
    }

    /// Writes what every JSON result begins with: the version of its shape, and what made it.
    mutating func writeTool() throws(ArtifactError) {
        try write("schemaVersion", JSONReport.schemaVersion)
        try beginObject("tool")
        try write("name", "optml")
        try write("version", Version.current)
        try endObject()
    }
}
