import ModelArtifacts

/// The SQL of an engine, as far as engines differ in what the queries need.
public enum SQLDialect: String, Hashable, Sendable, CaseIterable {
    /// Amazon Athena, whose queries are those of Trino and whose tables are made as in Hive.
    case athena
    case trino
    /// Apache Spark 3.4 and later, and what is built on it.
    case spark
    case duckdb

    /// A name in the marks that make any text a name.
    func quoted(_ name: String) -> String {
        self == .spark
            ? "`" + Self.doubling("`", in: name) + "`" : "\"" + Self.doubling("\"", in: name) + "\""
    }

    /// A text as an expression. Line feeds stand outside of literals, so that lines can be indented.
    func literal(_ text: String) -> String {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            line(String($0))
        }
        return lines.count > 1 ? "(" + lines.joined(separator: " || chr(10) || ") + ")" : lines[0]
    }

    private func line(_ text: String) -> String {
        guard self == .spark else { return "'" + Self.doubling("'", in: text) + "'" }
        // Two quotes in a row would be two literals, and a backslash begins an escape.
        // `${…}` is replaced by Spark before it reads the text, also in literals (spark.sql.variable.substitute), and by Hive
        // (hive.variable.substitute). Both read \u and four hexadecimal digits in literals: `unescapeSQLString` in Hive's
        // BaseSemanticAnalyzer.java, which wants a character behind it, and in Spark's SparkParserUtils.scala.
        return "'" + Self.escaping(["'", "\\"], by: { _ in "\\" }, in: text).replacing("${", with: "\\u0024{") + "'"
    }

    /// A regular expression as an expression, which engines evaluate once. None has a quote in it; U+0085 stands outside of
    /// literals, since editors take it for the end of a line.
    private func pattern(_ pattern: String) -> String {
        pattern.unicodeScalars.split(separator: "\u{85}", omittingEmptySubsequences: false)
            .map { (self == .spark ? "r'" : "'") + String($0) + "'" }.joined(separator: " || chr(133) || ")
    }

    private static func doubling(_ mark: Unicode.Scalar, in text: String) -> String {
        escaping([mark], by: { $0 }, in: text)
    }

    /// Puts a scalar before each of some scalars. A character may be one of these with a mark upon it, so characters do not do.
    private static func escaping(
        _ special: [Unicode.Scalar], by escape: (Unicode.Scalar) -> Unicode.Scalar, in text: String
    ) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if special.contains(scalar) { escaped.append(escape(scalar)) }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// What type texts have.
    var text: String { self == .spark ? "string" : "varchar" }

    /// The length of a text in bytes of UTF-8.
    func bytes(_ text: String) -> String {
        switch self {
        case .athena, .trino: "length(to_utf8(\(text)))"
        case .spark: "octet_length(\(text))"
        case .duckdb: "strlen(\(text))"
        }
    }

    /// Whether a text has a match of a pattern in it.
    func matches(_ text: String, _ pattern: String) -> String {
        (self == .duckdb ? "regexp_matches" : "regexp_like") + "(\(text), \(self.pattern(pattern)))"
    }

    /// What a group of a pattern matches in a text that the pattern matches; empty for a group that takes no part.
    func group(_ group: Int, of pattern: String, in text: String) -> String {
        let match = "regexp_extract(\(text), \(self.pattern(pattern)), \(group))"
        return self == .athena || self == .trino ? "coalesce(\(match), '')" : match
    }

    /// A text cut at each slash.
    func parts(_ text: String) -> String { (self == .duckdb ? "string_split" : "split") + "(\(text), '/')" }

    func count(_ array: String) -> String {
        switch self {
        case .athena, .trino: "cardinality(\(array))"
        case .spark: "size(\(array))"
        case .duckdb: "len(\(array))"
        }
    }

    /// An element of an array, counted from 1.
    func element(_ index: String, of array: String) -> String {
        self == .duckdb ? "\(array)[\(index)]" : "element_at(\(array), \(index))"
    }

    /// The first elements of an array with slashes between them.
    func joined(first count: String, of array: String) -> String {
        self == .duckdb
            ? "array_to_string(\(array)[1:\(count)], '/')" : "array_join(slice(\(array), 1, \(count)), '/')"
    }

    /// What stands behind the tables of a FROM to have each row once for every number from 1 to `count`, which is 1 or more.
    func once(forEach number: String, upTo count: String) -> String {
        switch self {
        case .athena, .trino: "CROSS JOIN UNNEST(sequence(1, \(count))) AS each_\(number) (\(number))"
        case .spark: "LATERAL VIEW explode(sequence(1, \(count))) each_\(number) AS \(number)"
        case .duckdb: "CROSS JOIN UNNEST(generate_series(1, \(count))) AS each_\(number) (\(number))"
        }
    }

    /// What stands behind the tables of a FROM to have each row once for every one of some values.
    func once(forEach name: String, in values: [String]) -> String {
        let list = values.map { "\n      " + $0 }.joined(separator: ",")
        return switch self {
        case .athena, .trino: "CROSS JOIN UNNEST(ARRAY[\(list)]) AS each_\(name) (\(name))"
        case .spark: "LATERAL VIEW explode(array(\(list))) each_\(name) AS \(name)"
        case .duckdb: "CROSS JOIN UNNEST([\(list)]) AS each_\(name) (\(name))"
        }
    }

    /// A key that was URL-encoded, with `+` for a space.
    func decoded(_ key: String) -> String { "url_decode(replace(\(key), '+', ' '))" }

    /// A number of bytes, whatever type the column has; null where it is none.
    func number(_ column: String) -> String { "try_cast(\(column) AS bigint)" }

    /// Whether a column of truth values, or of texts that stand for them, is true.
    func isTrue(_ column: String) -> String { "lower(cast(\(column) AS \(text))) = 'true'" }

    /// Whether such a column is false, or tells nothing.
    func isNotTrue(_ column: String) -> String { "coalesce(lower(cast(\(column) AS \(text))), '') <> 'true'" }
}
