/// The names of tensors of a file, or a sample of them by which it shows in bounded memory whether two files hold the same ones.
///
/// The least hashes are kept: of two files that share many names, some of the least are the same. Of files with fewer names than are
/// kept, all are.
package struct TensorNames: Hashable, Sendable {
    /// How many hashes are kept.
    private static let most = 64

    /// Sorted.
    private var hashes: [UInt64] = []

    /// Adds a name.
    mutating func add(_ name: Span<UInt8>) {
        // FNV-1a; the same in every run, so that what is found is.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
        guard hashes.count < Self.most || hash < hashes[hashes.count - 1] else { return }
        let place = hashes.firstIndex { $0 >= hash } ?? hashes.count
        guard place == hashes.count || hashes[place] != hash else { return }
        hashes.insert(hash, at: place)
        if hashes.count > Self.most { hashes.removeLast() }
    }

    /// Whether both are known to have a name.
    func overlap(_ other: TensorNames) -> Bool { !Set(hashes).isDisjoint(with: other.hashes) }
}
