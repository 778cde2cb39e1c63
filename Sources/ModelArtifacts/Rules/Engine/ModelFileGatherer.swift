/// Gathers from the events of a layout what the container that is told would look at, or what hints at one.
package final class ModelFileGatherer {
    /// The names by which files deeper down are told.
    private static let deepNames = [
        "saved_model.pb", "saved_model.pbtxt", "config.json", "model_index.json", "serving.properties",
        ".py", ".mar", ".gguf", ".safetensors", ".h5", ".keras",
    ]
    /// The names that hint at a framework.
    private static let hints = [
        "saved_model.pb", "config.pbtxt", "serving.properties", "MAR-INF/MANIFEST.json", "config.json",
        "xgboost-model", ".xgb", ".ubj", ".gguf",
    ]

    /// What was gathered.
    package private(set) var files = ModelFiles()
    /// Where names are kept whatever they are; deeper down it is only for these.
    let places: GatheredPlaces
    private var framework: Framework? { places.framework }
    /// So many bytes of contents are kept in all.
    private static let mostContents = 64 << 20
    private var contentBytes = 0

    private init(_ places: GatheredPlaces) { self.places = places }

    /// Begins with another model of a listing.
    func begin() {
        files.removeAll()
        contentBytes = 0
    }

    /// A gatherer for a source; nil if nobody asks.
    static func gatherer(for subject: Subject) -> ModelFileGatherer? {
        let isAsked = subject.framework.map { $0 != .multiModel } ?? subject.hintsFramework
        return isAsked && subject.hasModelLayout ? ModelFileGatherer(GatheredPlaces(subject.container)) : nil
    }

    /// Which names it wants to see: with a container that is told all, since it says of every file what becomes of it; without
    /// one the few that tell anything.
    var interest: InterestedCheck {
        if framework == nil {
            return InterestedCheck(
                receiver: .gatherer(self), files: NameInterest(suffixes: Self.hints), directories: .none)
        }
        return InterestedCheck(receiver: .gatherer(self), files: .every, directories: .every)
    }

    func enterDirectory(_ path: Span<UInt8>) {
        // A version lies as deep as the model that it is one of.
        guard places.hold(path) || (framework == .tensorFlowServing && ByteString(path).lastComponent.isNumber)
        else {
            return
        }
        files.add(ByteString(path), size: nil, isDirectory: true)
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile) {
        guard places.hold(path) || Self.deepNames.contains(where: { path.ends(with: $0) }) else { return }
        files.add(ByteString(path), size: file.size, isDirectory: false)
        // What is in a file without bytes nobody has to read. Of JSON that is none another rule speaks.
        if file.size == 0, file.target == nil, places.hold(path), !path.ends(with: ".json"),
            places.keeps(path: path, name: name)
        {
            files.add(contents: [], of: ByteString(path))
        }
    }

    func visit(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64) {
        guard let framework, places.hold(path) else { return }
        if framework.asksOf(contents.format), contents.facts != .none {
            files.add(contents.facts, of: ByteString(path))
        }
        let wanted = places.bytesNeeded(path: path, name: name, size: size)
        guard wanted > 0, contents.prefix.count >= wanted, contentBytes < Self.mostContents else { return }
        contentBytes += wanted
        files.add(contents: Array(contents.prefix.prefix(wanted)), of: ByteString(path))
    }
}
