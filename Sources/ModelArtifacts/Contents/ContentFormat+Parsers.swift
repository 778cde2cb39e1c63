extension ContentFormat {
    /// What understands files of that format; nil where the first bytes tell all that can be told.
    ///
    /// - Parameter size: that of the file in bytes.
    func parser(of size: Int64) -> (any ContentParser)? {
        switch self {
        case .safetensors: SafetensorsParser()
        case .gguf: GGUFParser()
        case .onnx: ONNXParser()
        case .savedModel: SavedModelParser()
        case .shardIndex: ShardIndexParser()
        case .json where size > XGBoostParser.largestJSON: XGBoostParser(self)
        case .loaderJSON: JSONParser(wantsObject: true)
        case .json: JSONParser()
        case .hdf5: HDF5Parser()
        case .npy: NPYParser()
        case .npz: PyTorchParser(self)
        case .pytorch, .pytorchWeights, .binary: PyTorchParser(self)
        case .keras: KerasParser()
        case .modelArchive: ModelArchiveParser()
        case .tflite: TFLiteParser()
        case .xgboost, .xgboostModel, .ubjson: XGBoostParser(self)
        case .pickle, .vocabulary: nil
        case .variablesIndex: VariablesIndexParser()
        case .weights: PyTorchParser(self)
        }
    }
}
