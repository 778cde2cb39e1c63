import Testing

@testable import BucketSQL

/// Names of tables are quoted so that no name is anything else, or refused.
@Suite struct TableNameTests {
    @Test(arguments: [
        ("keys", "\"keys\"", "`keys`"), ("a.b.c", "\"a\".\"b\".\"c\"", "`a`.`b`.`c`"),
        ("lake.\"a.b\"", "\"lake\".\"a.b\"", "`lake`.`a.b`"), ("`a``b`.c", "\"a`b\".\"c\"", "`a``b`.`c`"),
        ("a\"b", "\"a\"\"b\"", "`a\"b`"), ("\"a\"\"b\"", "\"a\"\"b\"", "`a\"b`"),
        ("x; DROP TABLE y --", "\"x; DROP TABLE y --\"", "`x; DROP TABLE y --`"),
        ("a/*b*/--", "\"a/*b*/--\"", "`a/*b*/--`"),
        ("inventory$partitions", "\"inventory$partitions\"", "`inventory$partitions`"),
        ("表.é", "\"表\".\"é\"", "`表`.`é`"),
    ])
    func namesAreQuoted(_ text: String, _ double: String, _ backtick: String) throws {
        let name = try TableName(text)
        #expect(name.quoted(.duckdb) == double)
        #expect(name.quoted(.athena) == double)
        #expect(name.quoted(.spark) == backtick)
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "a..b", "\"a", "\"a\"b", "a\nb", "a\0", "\"\"", "a\u{85}b", "a\u{2028}b", "\"a\u{2029}b\"",
        "a.b.c.d.e.f.g.h.i",
        String(repeating: "x", count: 256),
    ])
    func othersAreRefused(_ text: String) {
        #expect(throws: TableName.Problem.self) { try TableName(text) }
    }

    /// A mark upon a quote makes both one character to Swift, and no less a quote to an engine.
    @Test func quotesUnderMarksAreQuotes() throws {
        let scalars = Array(try TableName("a\"\u{301}b").quoted(.trino).unicodeScalars)
        #expect(scalars == ["\"", "a", "\"", "\"", "\u{301}", "b", "\""])
        #expect(Array(SQLDialect.trino.literal("'\u{301}").unicodeScalars) == ["'", "'", "'", "\u{301}", "'"])
        #expect(
            Array(SQLDialect.spark.literal("\\'\u{301}").unicodeScalars) == [
                "'", "\\", "\\", "\\", "'", "\u{301}", "'",
            ])
    }
}
