/// Models that are served by AWS's accelerators.
extension TransformersFiles {
    /// Whether the container serves it by the Neuron SDK, as its image says, or else what it was compiled to. There optimum-neuron loads
    /// the directory as a whole, and looks neither for the weights nor for the other files that a server for GPUs wants.
    ///
    /// Source: `fetch_model` in `backends/neuron/server/text_generation_server/model.py` of huggingface/text-generation-inference,
    /// `get_optimum_neuron_model` in `optimum/neuron/vllm/model_loader.py` of huggingface/optimum-neuron.
    func isForNeuron(_ container: Container) -> Bool {
        // An image of one's own says nothing of it.
        if let image = container.image, image.isForNeuron || image.framework != nil { return image.isForNeuron }
        return has("neuron_config.json") || files.hasDirectory(directory.appending("compiled"))
    }
}
