using TypedExplain.Onnx.Forests;
using TypedExplain.Onnx.Trees;

namespace TypedExplain.Onnx;

/// <summary>Reads the trees of an ONNX model, so that <see cref="TreeShap{T}"/> gives their exact Shapley values.</summary>
public static class OnnxForest
{
    /// <summary>
    /// Reads a model whose answers are sums of trees: TreeEnsembleClassifier or TreeEnsembleRegressor. Before the trees, inputs may be
    /// cast, joined, chosen or one-hot encoded; behind them, sums may be multiplied by constants, added and joined. What stands at
    /// the end is not explained but named by the forest's outputs: "log-odds of" below a sigmoid, "log of" below an exponential,
    /// "sum below softmax of" below a softmax. Everything else is refused, by the name of its node. Where all leaves speak of
    /// one of two classes, there is one output, of the second class. What an output is, its kind tells: log odds below a sigmoid,
    /// a probability by votes where a classifier's leaves hold shares, else a score.
    /// </summary>
    /// <remarks>
    /// The forest is compared with ONNX Runtime on rows drawn from the schema, to 1e-5 of the answer (at least of 1) and the rounding
    /// of single precision, wherever the program has the native library of the runtime. Files do not hold how often a
    /// node was reached: the background's rows tell. Impurities are not known either, so all <see cref="Forest{T}.Importances"/> are 0.
    /// </remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="background">The rows by which <see cref="TreeExpectation.PathDependent"/> weighs both answers to a question; at least one.</param>
    /// <param name="options">
    /// How inputs are bound, as for <see cref="OnnxModel{T}"/>. <see cref="OnnxOptions{T}.Output"/> may also name a value inside the
    /// model, for instance what one of several ensembles makes.
    /// </param>
    /// <exception cref="InvalidModelException">It is not such a model, it does not fit the record, it is damaged, or ONNX Runtime answers otherwise; the message says what was found.</exception>
    /// <exception cref="InvalidSchemaException">The model was stored for another schema.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema.</exception>
    public static Forest<T> Load<T>(string path, Dataset<T> background, OnnxOptions<T>? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        return Load(File.ReadAllBytes(path), background, options);
    }

    /// <inheritdoc cref="Load{T}(string, Dataset{T}, OnnxOptions{T})"/>
    /// <param name="model">The bytes of an ONNX file.</param>
    /// <param name="background">The rows by which <see cref="TreeExpectation.PathDependent"/> weighs both answers to a question; at least one.</param>
    /// <param name="options">How inputs are bound, and which output is explained.</param>
    public static Forest<T> Load<T>(byte[] model, Dataset<T> background, OnnxOptions<T>? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(background);
        T.Schema.RequireTable("A forest");
        options ??= new();
        ReadForest<T> read = ForestFiles.Read(model, background, options);
        using OnnxModel<T>? runtime = ForestRuntime.Open(model, read.Graph, read.Value, options with { Classes = [] });
        if (runtime is not null)
            ForestCheck.Run(read.Forest, read.Transform, runtime);
        return read.Forest;
    }
}
