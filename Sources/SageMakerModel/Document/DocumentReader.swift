package import ModelArtifacts

/// Reads what a request may be in: JSON or YAML, told by its content.
package enum DocumentReader {
    /// Reads a whole input.
    ///
    /// - Parameter syntax: what it is written in; nil to tell it by its content.
    /// - Returns: the document. The documents of a YAML stream with several become the elements of an array.
    /// - Throws: ``ArtifactError`` with code `malformedInput` and the place of the fault; what the input throws.
    package static func read(
        _ input: consuming InputBuffer, as syntax: DocumentSyntax? = nil
    ) throws(ArtifactError) -> JSONNode {
        let name = input.name
        let text = try wholeText(of: &input)
        switch syntax ?? DocumentSyntax(of: text) {
        case .json:
            do throws(ArtifactError) {
                return try JSONNodeReader.read(InputBuffer(text, name: name))
            } catch {
                // YAML's objects may begin with a brace too, in a file that says so by its name.
                guard syntax == nil, name.hasSuffix(".yaml") || name.hasSuffix(".yml"),
                    let node = try? yaml(text, name: name)
                else { throw ForeignText(text, at: error)?.error(name: name) ?? error }
                return node
            }
        case .yaml:
            if syntax == nil, let foreign = ForeignText(text) { throw foreign.error(name: name) }
            do throws(ArtifactError) {
                return try yaml(text, name: name)
            } catch {
                throw ForeignText(text, at: error)?.error(name: name) ?? error
            }
        }
    }

    private static func yaml(_ text: [UInt8], name: ByteString) throws(ArtifactError) -> JSONNode {
        let node = try yaml(text, by: .v1_1, name: name)
        // What is given to the AWS CLI is read as the AWS CLI reads it. Only scalars without quotes are another thing then.
        guard RequestForms.requests(in: RequestValue(node)) == nil, node.members != nil else { return node }
        return try yaml(text, by: .v1_2, name: name)
    }

    private static func yaml(
        _ text: [UInt8], by version: YAMLVersion, name: ByteString
    ) throws(ArtifactError) -> JSONNode {
        var documents = try YAMLNodeReader.read(text, by: version, name: name)
        // Between separators there may be nothing.
        if documents.count > 1 { documents.removeAll(where: \.isNull) }
        guard let first = documents.first else {
            throw InputBuffer([], name: name).error(
                at: TextPosition(line: 1, column: 1, offset: 0), "the document is empty")
        }
        // Lines without a structure are one long text.
        if documents.count == 1, case .string = first.content {
            throw InputBuffer([], name: name).error(
                at: first.place ?? TextPosition(line: 1, column: 1, offset: 0),
                "the document is a string, neither JSON nor YAML that a request can be")
        }
        return documents.count == 1 ? first : JSONNode(.array(documents), at: first.place, traits: .isStream)
    }

    private static func wholeText(of input: inout InputBuffer) throws(ArtifactError) -> [UInt8] {
        var text: [UInt8] = []
        while try input.peek() != nil {
            input.copy(input.position..<input.end, to: &text)
            input.position = input.end
            input.mark = input.end
            guard Int64(text.count) <= JSONNodeReader.longestDocument else {
                var cursor = TextCursor(text, base: 0)
                throw input.error(
                    at: cursor.place(afterBytes: Int(JSONNodeReader.longestDocument)),
                    "the document is longer than 16 MiB, the most that is read")
            }
        }
        return text
    }
}
