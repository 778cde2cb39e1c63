/// Looks at a model of Keras 3: a zip archive with the configuration and the weights.
///
/// Source: `keras/src/saving/saving_lib.py`, `_load_model_from_fileobj`.
struct KerasParser: ContentParser {
    private var zip = ZipParser(.keras)
    private var own: ContentFault?
    private var isSeen = false

    var fault: ContentFault? { own ?? zip.fault }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if !isSeen {
            guard window.available >= Int(min(4, window.size)) else { return .need(Int(min(4, window.size))) }
            isSeen = true
            guard window.number(at: 0, count: 4) == 0x0403_4B50 else {
                own = ContentFault(
                    .damaged,
                    "is no zip archive, as a model of Keras under that name is ('an accessible .keras zip file')")
                return .done
            }
        }
        return zip.parse(&window)
    }
}
