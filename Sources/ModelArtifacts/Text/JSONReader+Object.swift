extension JSONReader {
    /// Reads a small document that is an object.
    ///
    /// - Parameters:
    ///   - name: what errors would call it, which nobody sees.
    ///   - take: called at each member, of whose name ``text`` is; it reads the value or skips it.
    /// - Returns: whether all could be read, and was an object.
    static func readObject(
        in bytes: [UInt8], name: ByteString, _ take: (inout JSONReader) throws(ArtifactError) -> Void
    ) -> Bool {
        do throws(ArtifactError) {
            var json = JSONReader(InputBuffer(bytes, name: name))
            guard try json.nextDocument(), try json.kind() == .object else { return false }
            try json.beginObject()
            while try json.nextMember() { try take(&json) }
            return true
        } catch {
            return false
        }
    }
}
