/// What a thread made of a model in its slice of a listing.
enum ModelPart {
    /// Its paths in the slice, of which there may be more in others.
    case paths(ModelPaths)
    /// What was found of it, whose prefix is told.
    case judged(ByteString, ModelReport)
    /// Its paths are not in order, nor is the listing.
    case disorder
}
