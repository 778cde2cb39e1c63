/// Finds weights that end before their own header says they do.
final class TruncatedWeights: ContentCheck, WeightsCheck {
    static let rule = Rule(
        "truncated-weights", .error, "the file is shorter than its own header says",
        explanation: """
            A download, a copy or an upload was broken off. The header of the file tells how long it has to be, and loaders \
            refuse it: safetensors with "incomplete metadata, file not fully covered" (MetadataIncompleteBuffer), PyTorch with \
            "failed finding central directory", llama.cpp with "tensor data is not within the file bounds", HDF5 with \
            "truncated file", TensorFlow, whose index tells how long its data has to be, with "Read less bytes than requested". That \
            shows only when the container starts.
            """,
        remedy:
            "copy or download it again, with `hf download --force-download` from the Hub, and compare with `optml verify`",
        example: Rule.Example(
            bad: "model.safetensors of 39,543 bytes whose header needs 39,544", good: "all 39,544 bytes"),
        source: "https://github.com/huggingface/safetensors#format")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format != nil)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        context.report(Self.rule, of: contents, .truncated, at: path)
    }

    /// Of the data of TensorFlow another file tells how long it has to be.
    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (index, bundle) in files.bundles.sorted(by: { $0.key < $1.key }) {
            let stem = ByteString(Array(index.bytes.dropLast(".index".utf8.count))) + ByteString(".data")
            for (number, end) in bundle.ends.sorted(by: { $0.key < $1.key }) {
                let path = stem + ByteString("-\(Self.digits(number))-of-\(Self.digits(bundle.shardCount))")
                // That it is empty another rule says.
                guard case .present(let size?) = files.presence(of: path), size > 0, end > UInt64(size) else {
                    continue
                }
                let fault = ContentFault.truncated(size, "its index ('Read less bytes than requested')", needs: end)
                context.report(Finding(Self.rule, "'\(path)' \(fault.message)", at: context.location(path)))
            }
        }
    }

    /// A number as names of TensorFlow have it.
    private static func digits(_ number: UInt64) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 5 - text.utf8.count)) + text
    }
}
