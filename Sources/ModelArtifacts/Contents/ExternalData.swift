/// What an ONNX model takes from another file.
///
/// Source: `onnx/docs/ExternalData.md`, and `GetExtDataFromTensorProto` of onnxruntime.
package struct ExternalData: Hashable, Sendable {
    /// The tensor that is kept there, as the model names it.
    package let tensor: ByteString
    /// The path of the file, relative to the folder of the model.
    package let location: ByteString
    /// The first byte behind the data in that file; nil if a number is none.
    package let end: UInt64?

    /// About how many bytes of memory it takes.
    var keptSize: Int { 64 + tensor.count + location.count }
}
