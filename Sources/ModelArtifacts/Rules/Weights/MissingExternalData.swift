/// Finds ONNX models whose weights lie in other files that are not there, or too short.
final class MissingExternalData: WeightsCheck {
    static let rule = Rule(
        "missing-external-data", .error, "an ONNX model takes its weights from a file that is missing or too short",
        explanation: """
            Models above 2 GB keep their weights in files beside the model, whose names, offsets and lengths are in the model. They have to \
            lie in its folder or below, under the names that they had when the model was saved. onnxruntime fails with "External data \
            path does not exist", "escapes model directory" or "External initializer: … offset: … size to read: …". A model that is \
            renamed still finds its data; data that is renamed is lost.
            """,
        remedy:
            "upload the data beside the model under its old name, or save the model again with `onnx.save_model(…, save_as_external_data=True)`",
        example: Rule.Example(bad: "model.onnx", good: "model.onnx\nmodel.onnx_data"),
        source: "https://github.com/onnx/onnx/blob/main/docs/ExternalData.md")

    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (model, data) in files.externalData.sorted(by: { $0.key < $1.key }) {
            let folder = ByteString(Array(model.bytes.dropLast(model.lastComponent.count)))
            var places: [ByteString: [ExternalData]] = [:]
            for tensor in data { places[tensor.location, default: []].append(tensor) }
            for (location, tensors) in places.sorted(by: { $0.key < $1.key }) {
                guard let fault = fault(of: location, tensors, in: folder, files) else { continue }
                let whose = tensors.count == 1 ? "'\(tensors[0].tensor)'" : Plural.count(tensors.count, "tensor")
                context.report(
                    Finding(
                        Self.rule, "'\(model)' takes \(whose) from \(fault)", at: context.location(model),
                        count: tensors.count))
            }
        }
    }

    /// What is wrong with the file of some tensors; nil if nothing is.
    private func fault(
        of location: ByteString, _ tensors: [ExternalData], in folder: ByteString, _ files: WeightFiles
    ) -> String? {
        guard !location.isEmpty else { return "another file, and does not say from which" }
        guard location.bytes.first != UInt8(ascii: "/") else {
            return "'\(location)', an absolute path ('escapes model directory')"
        }
        guard let path = Self.resolved(location) else {
            return "'\(location)', which lies outside of its folder ('escapes model directory')"
        }
        switch files.presence(of: folder + path) {
        case .unknown: return nil
        case .absent: return "'\(location)', which is not there ('External data path does not exist')"
        case .present(let size):
            if tensors.contains(where: { $0.end == nil }) {
                return "'\(location)' at an offset or of a length that is no number"
            }
            guard let size, let end = tensors.compactMap(\.end).max(), end > UInt64(max(0, size)) else { return nil }
            return "'\(location)' up to byte \(end), and that has \(Plural.count(Int(size), "byte"))"
        }
    }

    /// A path without `.` and `..`; nil if it leaves the folder.
    private static func resolved(_ location: ByteString) -> ByteString? {
        var parts: [ArraySlice<UInt8>] = []
        for part in location.bytes.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
            if !part.elementsEqual("..".utf8) {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return ByteString(Array(parts.joined(separator: [UInt8(ascii: "/")])))
    }
}
