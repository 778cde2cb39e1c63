import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// The same keys in every order and form give the same report, and the one that plain sets of paths give.
@Suite struct ListingWaysTests {
    private static let rules = [
        "case-clash", "dot-name", "duplicate-path", "empty-name", "folder-marker", "key-not-utf8", "name-clash",
        "name-too-long", "null-byte", "prefix-marker", "unicode-clash",
    ]

    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func smallListings() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let pieces = ["a", "A", "b", "/", "/", ".", "-", "\u{E9}", "e\u{301}", "\u{C9}", "ß", "\0", " "]
        for round in 0..<TestScale.count(80, least: 10) {
            let keys = (0..<Int.random(in: 0...25, using: &generator)).map { _ in
                let path = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }
                let isLong = Int.random(in: 0..<60, using: &generator) == 0
                let prefix = Int.random(in: 0..<12, using: &generator) == 0 ? "q" : "p/"
                return ByteString(prefix + path.joined() + (isLong ? String(repeating: "n", count: 256) : ""))
            }
            try check(keys, "seed \(seed), round \(round): \(keys)", &generator)
        }
    }

    /// Directories of many names, most of which no rule wants to see.
    @Test func siblings() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let noText = ByteString([0xFF, UInt8(ascii: "/")])
        let odd = [
            "M1", "N2", "m1/", "config", "n.txt", ".", "n\u{E9}", "", "n1/o", "o", "o1", "o1/o", "k3", "\u{212A}3", ";",
            "\u{37E}",
        ]
        for round in 0..<TestScale.count(60, least: 10) {
            let directories = ["", "m/", "m-1/", "m/n/", "N/", "\u{E9}/", round % 3 == 0 ? noText : "l/"]
            let most = [40, 400].randomElement(using: &generator) ?? 40
            var keys: [ByteString] = []
            for _ in 0..<Int.random(in: 0...80, using: &generator) {
                let directory = directories.randomElement(using: &generator) ?? ""
                let isOdd = Int.random(in: 0..<8, using: &generator) == 0
                let number = Int.random(in: 0...most, using: &generator)
                keys.append(
                    "p/" + directory + ByteString(isOdd ? odd.randomElement(using: &generator) ?? "" : "n\(number)"))
            }
            try check(keys, "seed \(seed), round \(round): \(keys)", &generator)
        }
    }

    /// The shapes that listings have, with odd names among the others.
    @Test func shapes() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for round in 0..<TestScale.count(40, least: 2 * ListingShape.allCases.count) {
            let shape = ListingShape.allCases[round % ListingShape.allCases.count]
            let keys = shape.keys(Int.random(in: 1...300, using: &generator), using: &generator)
            try check(keys, "seed \(seed), round \(round), \(shape): \(keys)", &generator)
        }
    }

    /// The siblings of one object are not part of it, whatever order they come in.
    @Test func oneObjectAmongSiblings() throws {
        let keys = (10..<90).map { ByteString("p/n\($0)") }
        for (recordsLayout, keys) in [(false, keys), (true, keys), (false, keys.reversed())] {
            let report = try inspect(
                ListingForms.keys(keys), .keys, recordsLayout: recordsLayout, sliceSize: 300, jobs: 2,
                uri: "s3://bucket/p/n50", dataType: .object)
            #expect(report.summary.objects == 1 && report.summary.files == 1)
        }
    }

    /// Paths that are not laid out, beside others of the same directory, whatever comes first.
    @Test func tooLongForKeys() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let deep = ByteString("p/" + (0..<4).map { "\($0)" + String(repeating: "d", count: 248) + "/" }.joined())
        var keys = (0..<40).map { deep + ByteString("m\($0)") }
        keys += ["a", "m1", "z"].map { deep + ByteString($0 + String(repeating: "n", count: 50)) }
        keys += [deep + "m2/n", deep + "", "p/m"]
        var first: InspectionReport?
        for round in 0..<TestScale.count(20, least: 5) {
            let order = round == 0 ? keys.sorted() : keys.shuffled(using: &generator)
            let report = try inspect(
                ListingForms.keys(order), .keys, recordsLayout: false, sliceSize: round % 2 == 0 ? 1 << 20 : 700,
                jobs: round % 3 + 1)
            let comment: Comment = "seed \(seed), round \(round)"
            #expect(report.findings == (first ?? report).findings, comment)
            #expect(report.summary.files == 42 && report.summary.objects == keys.count, comment)
            first = first ?? report
        }
        #expect(first?.findings.count { $0.rule == "key-too-long" } == 3)
        #expect(first?.findings.count { $0.rule == "name-clash" } == 1)
    }

    /// More findings of each rule than are listed, and more keys and more directories than are sorted at a time.
    @Test func largeListing() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        var keys: [ByteString] = ["p/", "p/"]
        let long = String(repeating: "n", count: 256)
        for number in 0..<1200 {
            let place = "p/d\(number % 40)/x\(number)"
            keys += ["\(place)A", "\(place)a", "\(place)\u{E9}", "\(place)e\u{301}", "\(place)\0"].map {
                ByteString($0)
            }
            keys += ["\(place)/", "\(place)/./y", "\(place)//y", "\(place)", "\(place)/\(long)"].map { ByteString($0) }
            keys += [ByteString("\(place)b"), ByteString("\(place)b")]
        }
        let padding = String(repeating: "padding", count: 20)
        keys += (0..<8_000).map { ByteString("p/many/\($0 % 7)/\(padding)\($0)") }
        keys += (0..<6_000).map { ByteString("p/one/\($0)/x") }
        try check(keys, "seed \(seed)", &generator)
    }

    /// Inspects the keys in every way, and compares.
    private func check(_ keys: [ByteString], _ what: Comment, _ generator: inout SplitMix64) throws {
        let sorted = keys.sorted()
        let shuffled = keys.shuffled(using: &generator)
        let expected = ReferenceFindings(keys)
        let pages = Int.random(in: 1...4, using: &generator)
        var ways: [(ListingFormat, [UInt8])] = [
            (.keys, ListingForms.keys(sorted)), (.keys, ListingForms.keys(shuffled)),
            (.awsS3Ls, ListingForms.awsS3Ls(sorted)), (.awsS3Ls, ListingForms.awsS3Ls(shuffled)),
            (.manifest, ListingForms.manifest(sorted)), (.manifest, ListingForms.manifest(shuffled)),
        ]
        // JSON is text.
        if keys.allSatisfy({ $0.string != nil }) {
            ways += [
                (.json, ListingForms.json(sorted, isPretty: true, pages: pages)),
                (.json, ListingForms.json(shuffled, isPretty: false, pages: pages)),
            ]
        }
        var first: InspectionReport?
        var bytes: Int64?
        for (index, (format, listing)) in ways.enumerated() {
            // Without a layout less is kept of each path. Plain keys are taken apart into slices, of a key or two each or more.
            let large = PlainKeySlices.ordinarySize
            let small = Int64.random(
                in: 1 + Int64(listing.count) / 500...400 + Int64(listing.count) / 10, using: &generator)
            for (recordsLayout, sliceSize) in [(true, large), (false, large), (true, small), (false, small)]
            where format == .keys || sliceSize == large {
                let report = try inspect(
                    listing, format, recordsLayout: recordsLayout, sliceSize: sliceSize, jobs: index % 3 + 1)
                let comment: Comment = "way \(index), slices of \(sliceSize), \(what)"
                if recordsLayout { expect(report, expected, hasSizes: format != .keys, comment) }
                #expect(comparable(report) == comparable(first ?? report), comment)
                #expect(report.truncated == (first ?? report).truncated, comment)
                #expect(report.summary.objects == expected.objects, comment)
                #expect(report.summary.files == (first ?? report).summary.files, comment)
                if format != .keys {
                    bytes = bytes ?? report.summary.bytes
                    #expect(report.summary.bytes == bytes, comment)
                }
                first = first ?? report
            }
        }
    }

    /// What is found, without the help that names the command which prints such a listing.
    private func comparable(_ report: InspectionReport) -> [Finding] {
        report.findings.map { finding in
            var finding = finding
            if finding.rule == "no-objects" { finding.help = "" }
            return finding
        }
    }

    private func inspect(
        _ listing: [UInt8], _ format: ListingFormat, recordsLayout: Bool, sliceSize: Int64, jobs: Int,
        uri: ByteString = "s3://bucket/p/", dataType: S3DataType? = nil
    ) throws -> InspectionReport {
        let path = try directory.write("listing", Data(listing))
        var options = InspectionOptions()
        options.s3URI = uri
        options.dataType = dataType
        options.listingFormat = format
        options.recordsLayout = recordsLayout
        options.listingSliceSize = sliceSize
        options.jobs = jobs
        return try ArtifactInspector(options: options).inspect(.listing(ByteString(path)))
    }

    private func expect(
        _ report: InspectionReport, _ expected: ReferenceFindings, hasSizes: Bool, _ comment: Comment
    ) {
        for rule in Self.rules {
            let found = report.findings.filter { $0.rule == rule }
            let places = expected.places[rule] ?? []
            let listed = found.map { ReferenceFindings.Place(path: $0.location.path ?? "?", count: $0.count) }
            #expect(listed == Array(places.prefix(1000)), "\(rule), \(comment)")
            let total = report.truncated.first { $0.rule == rule }?.total ?? found.count
            #expect(total == places.count, "\(rule), \(comment)")
        }
        let outside = report.findings.first { $0.rule == "key-outside-prefix" }?.count ?? 0
        #expect(outside == expected.outside, comment)
        let rows = (report.layout.map { Array($0) } ?? []).map { $0.kind == .directory ? $0.path + "/" : $0.path }
        #expect(rows == expected.layout.map { "/opt/ml/model/" + $0 }, comment)
        let files = expected.layout.filter { !$0.hasSuffix("/") }
        #expect(report.summary.files == files.count, comment)
        #expect(report.summary.directories == expected.layout.count - files.count, comment)
        let bytes = files.map { ListingForms.size(of: ReferenceFindings.prefix + $0) }.reduce(0, +)
        #expect(report.summary.bytes == (hasSizes ? Int64(bytes) : 0), comment)
        #expect(report.summary.unknownSizes == (hasSizes ? 0 : files.count), comment)
    }
}
