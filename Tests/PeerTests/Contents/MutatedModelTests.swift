import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Model files that were changed at random: what their own loaders say, and what the rules do.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed"))
struct MutatedModelTests {
    /// How a file is changed.
    private enum Mutation: CaseIterable {
        case cut, append, flip, setByte, removeBytes, insertBytes

        func apply(to bytes: [UInt8], within limit: Int, _ generator: inout SplitMix64) -> [UInt8] {
            var bytes = bytes
            let place = Int.random(in: 0..<min(limit, bytes.count), using: &generator)
            switch self {
            case .cut: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
            case .append: bytes += [UInt8](generator.bytes(Int.random(in: 1...40, using: &generator)))
            case .flip: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            case .setByte: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case .removeBytes:
                bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...4, using: &generator)))
            case .insertBytes: bytes.insert(contentsOf: [UInt8](generator.bytes(2)), at: place)
            }
            return bytes
        }
    }

    /// What is claimed of a format.
    private struct Claim {
        let sample: ByteString
        let name: String
        let mutations: [Mutation]
        /// How much of the front is changed.
        let limit: Int
        let count: Int
        /// Whether every file that the loader refuses is found.
        let findsAll: Bool
    }

    private static let claims: [Claim] = [
        // The loader and the rule check the same, so that they agree on everything.
        Claim(
            sample: "safetensors/good.safetensors", name: "model.safetensors", mutations: Mutation.allCases, limit: 448,
            count: 400, findsAll: true),
        Claim(
            sample: "sharded/st-single-ok/config.json", name: "config.json", mutations: Mutation.allCases, limit: .max,
            count: 300, findsAll: true),
        // Where the data ends is checked by both; what the header says is checked by ggml alone in places.
        Claim(
            sample: "gguf/good-align-128.gguf", name: "model.gguf", mutations: [.cut, .append], limit: .max, count: 60,
            findsAll: true),
        Claim(
            sample: "hdf5/good-v0.h5", name: "model.h5", mutations: [.cut, .append], limit: .max, count: 60,
            findsAll: true),
        Claim(
            sample: "hdf5/good-v3.h5", name: "model.h5", mutations: [.cut, .append], limit: .max, count: 60,
            findsAll: true),
        Claim(
            sample: "onnx/basic-pitch-nmp.onnx", name: "model.onnx", mutations: [.cut], limit: .max, count: 60,
            findsAll: true),
        // What Python's zipfile takes is nowhere called damaged; of the arrays inside nothing is said.
        Claim(
            sample: "numpy-pickle/good.npz", name: "a.npz", mutations: Mutation.allCases, limit: .max, count: 80,
            findsAll: false),
        Claim(
            sample: "numpy-pickle/good.npz", name: "a.npz", mutations: [.cut], limit: .max, count: 20, findsAll: true),
        // Of what the checker of onnx finds wrong in a graph the rules say nothing, but never the other way round.
        Claim(
            sample: "onnx/basic-pitch-nmp.onnx", name: "model.onnx", mutations: Mutation.allCases, limit: .max,
            count: 100, findsAll: false),
    ]

    @Test func agreesWithLoaders() throws {
        var generator = SplitMix64(seed: TestSeed.make())
        let folder = try TemporaryDirectory()
        var claims: [String: Claim] = [:]
        for (index, claim) in Self.claims.enumerated() {
            let good = try #require(ModelFileArchive.files[claim.sample], "\(claim.sample)")
            for number in 0..<TestScale.count(claim.count, least: 6) {
                let mutation = try #require(claim.mutations.randomElement(using: &generator))
                let bytes = mutation.apply(to: good, within: claim.limit, &generator)
                let path = "\(index)-\(number)-\(mutation)/\(claim.name)"
                try folder.write(path, Data(bytes))
                claims[path] = claim
            }
        }
        let said = try JSONDecoder().decode(
            [String: String?].self, from: try PythonScript.loadModels.run([folder.path]))
        let report = try ArtifactInspector().inspect(.path(ByteString(folder.path)))
        #expect(report.truncated.isEmpty)
        var found: [String: [String]] = [:]
        let start = "/opt/ml/model/".utf8.count
        for finding in report.findings {
            let path = String(decoding: (finding.location.path?.bytes ?? []).dropFirst(start), as: UTF8.self)
            found[path, default: []].append("\(finding.rule): \(finding.message)")
        }
        #expect(said.count == claims.count)
        for (path, claim) in claims.sorted(by: { $0.key < $1.key }) {
            let error = said[path] ?? nil
            if error == nil {
                #expect(found[path] == nil, "\(path) loads")
            } else if claim.findsAll {
                #expect(found[path] != nil, "\(path): \(error ?? "")")
            }
        }
        #expect(said.values.contains { $0 == nil } && said.values.contains { $0 != nil })
    }

    /// Arrays of all shapes and types that numpy writes load, and are refused by both when they are cut.
    @Test func arrays() throws {
        var generator = SplitMix64(seed: TestSeed.make())
        let folder = try TemporaryDirectory()
        for (index, (type, size)) in [
            ("<f4", 4), ("|u1", 1), (">i8", 8), ("<c16", 16), ("|b1", 1), ("<U3", 12), ("|S5", 5),
        ].enumerated() {
            let shape = [Int.random(in: 1...5, using: &generator), Int.random(in: 1...5, using: &generator)]
            var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape[0]), \(shape[1])), }"
            header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
            let data = [UInt8](repeating: 0, count: shape[0] * shape[1] * size)
            let bytes: [UInt8] =
                [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + data
            try folder.write("\(index)-whole/a.npy", Data(bytes))
            for cut in 0..<6 {
                let count = Int.random(in: 6..<bytes.count, using: &generator)
                try folder.write("\(index)-cut-\(cut)/a.npy", Data(bytes.prefix(count)))
            }
        }
        let said = try JSONDecoder().decode(
            [String: String?].self, from: try PythonScript.loadModels.run([folder.path]))
        let report = try ArtifactInspector().inspect(.path(ByteString(folder.path)))
        let found = Set(report.findings.compactMap { $0.location.path?.description })
        for (path, error) in said {
            #expect(found.contains("/opt/ml/model/\(path)") == (error != nil), "\(path): \(error ?? "loads")")
        }
        #expect(said.count == 49)
    }

    /// What the rules call wrong in models for the XGBoost container, XGBoost refuses; of what is cut both say so.
    @Test(arguments: ["xgboost/good.json", "xgboost/good.ubj"]) func boosters(_ sample: String) throws {
        var generator = SplitMix64(seed: TestSeed.make())
        let folder = try TemporaryDirectory()
        let good = try #require(Self.booster(sample))
        let name = sample.hasSuffix(".json") ? "xgboost.json" : "model.ubj"
        for number in 0..<80 {
            let mutation = try #require(Mutation.allCases.randomElement(using: &generator))
            let bytes = number == 0 ? good : mutation.apply(to: good, within: .max, &generator)
            try folder.write("\(number)-\(number == 0 ? "good" : "\(mutation)")/\(name)", Data(bytes))
        }
        let said = try JSONDecoder().decode(
            [String: String?].self, from: try PythonScript.loadModels.run([folder.path]))
        #expect(said.count == 80 && said["0-good/\(name)"] == .some(nil))
        var options = InspectionOptions()
        options.container = Container(framework: .xgboost, image: ContainerImage("sagemaker-xgboost:3.2-0"))
        for (path, error) in said.sorted(by: { $0.key < $1.key }) {
            let model = folder.path + "/" + path.dropLast(name.utf8.count + 1)
            let report = try ArtifactInspector(options: options).inspect(.path(ByteString(model)))
            let found = report.findings.filter { $0.severity == .error }.map(\.message)
            if error == nil { #expect(found.isEmpty, "\(path) loads") }
            // Bytes behind the end do no harm, so that a cut of these is none.
            if path.contains("-cut/"), error != nil || name.hasSuffix(".json") {
                #expect(error != nil && !found.isEmpty, "\(path): \(error ?? "loads")")
            }
        }
        #expect(said.values.contains { $0 != nil })
    }

    /// A sample; of UBJSON there is one with bytes behind it alone.
    private static func booster(_ sample: String) -> [UInt8]? {
        ModelFileArchive.files[ByteString(sample)] ?? ModelFileArchive.files["xgboost/trailing.ubj"]
    }
}
