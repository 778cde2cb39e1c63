import ModelArtifacts
import Testing

@testable import BucketSQL

/// The texts of queries.
@Suite struct BucketQueryTests {
    static var queries: [BucketQuery] {
        get throws {
            var queries: [BucketQuery] = []
            for dialect in SQLDialect.allCases {
                for kind in [KeyTable.Kind.plain, .inventory(.csv), .metadata, .journal] {
                    for models in [ModelPlaces.depth(2), .table(try TableName("m"))] {
                        for result in [BucketQuery.Result.findings, .summary] {
                            var query = BucketQuery(dialect, KeyTable(try TableName("keys"), kind), models: models)
                            query.result = result
                            query.findsCaseClashes = true
                            queries.append(query)
                        }
                    }
                }
            }
            return queries
        }
    }

    @Test func stepsAreNamedOnceAndUsed() throws {
        for query in try Self.queries {
            let text = query.text
            let names = text.split(separator: "\n").compactMap { line -> Substring? in
                line.hasPrefix("  ") && line.hasSuffix(" AS (") && !line.hasPrefix("   ")
                    ? line.dropFirst(2).dropLast(5) : nil
            }
            #expect(Set(names).count == names.count)
            #expect(names.count > 15)
            for name in names {
                #expect(text.contains("FROM \(name)") || text.contains("JOIN \(name)"), "\(name) is not used")
            }
        }
    }

    /// Athena and Trino run a step as often as it is named, and refuse queries of more than 150 stages, of which a scan with its joins
    /// takes half a dozen.
    @Test func theTableIsScannedFewTimes() throws {
        for query in try Self.queries {
            let scans = Self.scans(of: query.text)
            // Findings seven times and buckets once; summaries and clashes of case once more.
            let expected = 8 + (query.result == .summary ? 1 : 0) + (query.findsCaseClashes ? 1 : 0)
            #expect(scans == expected)
        }
    }

    /// How often the table is read if each step is run as often as it is named.
    private static func scans(of text: String) -> Int {
        var scans: [Substring: Int] = ["\"keys\"": 1, "`keys`": 1]
        var name: Substring?
        var sum = 0
        for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("--") {
            if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(" AS (") {
                (name, sum) = (line.dropFirst(2).dropLast(5), 0)
            } else if line == "  )" || line == "  )," {
                if let name { scans[name] = sum }
                (name, sum) = (nil, 0)
            } else {
                let words = line.split(separator: " ")
                for (word, next) in zip(words, words.dropFirst()) where word == "FROM" || word == "JOIN" {
                    sum += scans[next.prefix { $0 != ")" }, default: 0]
                }
            }
        }
        return sum
    }

    @Test func everyStepHasAComment() throws {
        for query in try Self.queries {
            let lines = query.text.split(separator: "\n")
            for (line, next) in zip(lines, lines.dropFirst())
            where next.hasPrefix("  ") && !next.hasPrefix("   ") && next.hasSuffix(" AS (") {
                #expect(line.hasPrefix("  -- "))
            }
        }
    }

    @Test func rulesAreThoseOfCheck() {
        let ids = Set(RuleCatalog.rules.map(\.id))
        #expect(Set(BucketQuery.ruleIDs).isSubset(of: ids))
        #expect(BucketQuery.ruleIDs == BucketQuery.ruleIDs.sorted())
    }

    /// Whatever a prefix or a partition is called, it stays within its quotes: taken out, the text is that of any other.
    @Test(arguments: ["'", "\\", "--", "';--\u{301}", "x' OR '1'='1", "\n", "'\u{301}/"])
    func foreignTextStaysWithinItsQuotes(_ text: String) throws {
        for dialect in SQLDialect.allCases {
            func query(_ text: String) throws -> String {
                var query = BucketQuery(dialect, KeyTable(try TableName("keys"), .plain), models: .depth(1))
                query.bucket = text
                query.table.partition = TablePartition(column: "dt", value: text)
                return query.text
            }
            #expect(try query(text).replacing(dialect.literal(text), with: dialect.literal("x")) == query("x"))
        }
    }

    @Test func duckDBReadsNoORC() throws {
        #expect(throws: InventoryTable.Problem.self) {
            try InventoryTable(
                .duckdb, TableName("t"), .orc, columns: InventoryColumn.all, location: "a/b/manifest.json")
        }
    }
}
