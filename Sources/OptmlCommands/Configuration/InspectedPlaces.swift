import ModelArtifacts

/// What a command looks at: nothing in there sets the rules for it, and nothing that it writes goes there.
///
/// An artifact must not switch off its own gate, and a report in it would be uploaded as a part of the model.
struct InspectedPlaces {
    private struct Place {
        let source: ByteString
        /// Without symbolic links.
        let path: ByteString
        let filter: PathFilter
    }

    private var places: [Place] = []

    /// - Parameter filter: which files of directories are left out.
    init(_ sources: [ArtifactSource] = [], filter: PathFilter = PathFilter()) {
        for source in sources {
            switch source {
            case .path(let path) where path != "-": add(path, filter)
            case .listing(let path) where path != "-": add(path, filter)
            default: continue
            }
        }
    }

    /// Adds what else is looked at.
    mutating func add(_ path: ByteString?, _ filter: PathFilter = PathFilter()) {
        guard let path, let real = RealPath.of(path) else { return }
        places.append(Place(source: path, path: real, filter: filter))
    }

    /// The directory that a file, or what a link of that name leads to, lies in; nil if there is none.
    func directory(holding file: ByteString) -> ByteString? {
        let names = [RealPath.ofName(file), RealPath.of(file)].compactMap(\.self)
        return places.first { place in names.contains { RealPath.relative($0, to: place.path) != nil } }?.source
    }

    /// A terminal can be read and written under one name.
    private func isRegular(_ path: ByteString) -> Bool { (try? RegularFile(opening: path)) != nil }

    /// Checks that files to be written will neither be a part of what is looked at nor take its place.
    ///
    /// - Throws: ``ArtifactError`` with code `usage`.
    func checkOutputs(_ files: [ByteString?]) throws(ArtifactError) {
        for file in files.compactMap(\.self) {
            let names = [RealPath.ofName(file), RealPath.ofOutput(file)].compactMap(\.self)
            for place in places where names.contains(place.path) && isRegular(place.path) {
                throw ArtifactError(
                    .usage, "\(file): is '\(place.source)' itself, which is read; write to another file")
            }
            for place in places {
                let inside = names.compactMap { RealPath.relative($0, to: place.path) }
                guard inside.contains(where: place.filter.keeps) else { continue }
                throw ArtifactError(
                    .usage,
                    "\(file): lies in '\(place.source)' and would become a part of it; write it elsewhere, or leave it out by --exclude"
                )
            }
        }
    }
}
