import ModelArtifacts

/// The name of a table, with those of its catalog and schema where they are given.
public struct TableName: Hashable, Sendable {
    /// Why a text cannot be the name of a table.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, as the end of a sentence.
        public let description: String
    }

    /// The longest name that all of the engines' catalogs take, in bytes.
    ///
    /// Source: `NameString` of AWS Glue has 1 to 255 bytes.
    private static let longestPart = 255
    /// A catalog, a schema and a table; Spark's catalogs can have schemas in schemas.
    private static let mostParts = 8

    /// From the outermost to the table's own.
    let parts: [String]

    /// Reads a name whose parts stand between full stops. A part in double quotes or backticks may hold full stops itself, and the
    /// quotes doubled; any other part is taken as it stands.
    ///
    /// - Throws: ``Problem`` if a part is empty, longer than 255 bytes or holds a control character or the end of a line; if a
    ///   quote is not closed; or if there are too many parts.
    public init(_ text: String) throws(Problem) {
        var parts: [String] = []
        var rest = text.unicodeScalars[...]
        repeat {
            if !parts.isEmpty { rest.removeFirst() }
            parts.append(try Self.part(&rest))
        } while !rest.isEmpty
        guard parts.count <= Self.mostParts else {
            throw Problem(description: "it has \(parts.count) parts; a name is at most CATALOG.SCHEMA.TABLE")
        }
        self.parts = parts
    }

    /// Takes a part off the front; what is left is empty or begins with a full stop.
    private static func part(_ rest: inout Substring.UnicodeScalarView) throws(Problem) -> String {
        let part: String
        if let mark = rest.first, mark == "\"" || mark == "`" {
            part = try quotedPart(&rest, mark)
            guard rest.isEmpty || rest.first == "." else {
                throw Problem(description: "something other than a full stop follows a closing quote")
            }
        } else {
            let end = rest.firstIndex(of: ".") ?? rest.endIndex
            part = String(rest[..<end])
            rest = rest[end...]
        }
        guard !part.isEmpty else { throw Problem(description: "a part of it is empty") }
        guard part.utf8.count <= longestPart else {
            throw Problem(description: "a part of it is longer than \(longestPart) bytes")
        }
        // A name that ends a line could end a comment, and one with a NUL the text.
        guard part.firstRange(of: "${") == nil else {
            throw Problem(description: "it holds '${', which Spark replaces by a variable")
        }
        guard !LineBreaks.mayBe(in: part) else {
            throw Problem(description: "it holds a control character or the end of a line")
        }
        return part
    }

    private static func quotedPart(
        _ rest: inout Substring.UnicodeScalarView, _ mark: Unicode.Scalar
    ) throws(Problem) -> String {
        var part = String.UnicodeScalarView()
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            if scalar == mark {
                guard rest.first == mark else { return String(part) }
                rest.removeFirst()
            }
            part.append(scalar)
        }
        throw Problem(description: "a quote in it is not closed")
    }

    /// The name in an engine's quotes.
    func quoted(_ dialect: SQLDialect) -> String { parts.map(dialect.quoted).joined(separator: ".") }
}
