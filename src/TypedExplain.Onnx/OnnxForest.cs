using TypedExplain.Forests;
using TypedExplain.Onnx;

namespace TypedExplain;

/// <summary>Reads the trees of an ONNX model, so that <see cref="TreeShap{T}"/> gives their exact Shapley values.</summary>
public static class OnnxForest
{
    private const long SingleType = OnnxTensor.SingleType;

    /// <summary>
    /// Reads a model that is one TreeEnsembleClassifier or TreeEnsembleRegressor over a matrix of the record's columns. What is
    /// explained is the sum of the trees, below any LOGISTIC: its outputs then are named "log-odds of" the class. Where all
    /// leaves speak of one of two classes, there is one output, of the second class.
    /// </summary>
    /// <remarks>Files do not hold how often a node was reached: the background's rows tell. Impurities are not known either, so all <see cref="Forest{T}.Importances"/> are 0.</remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="background">The rows by which <see cref="TreeExpectation.PathDependent"/> weighs both answers to a question; at least one.</param>
    /// <exception cref="InvalidModelException">It is no such model, or it is damaged; the message says what was found.</exception>
    public static Forest<T> Load<T>(string path, Dataset<T> background)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        return Load(File.ReadAllBytes(path), background);
    }

    /// <inheritdoc cref="Load{T}(string, Dataset{T})"/>
    /// <param name="model">The bytes of an ONNX file.</param>
    /// <param name="background">The rows by which <see cref="TreeExpectation.PathDependent"/> weighs both answers to a question; at least one.</param>
    public static Forest<T> Load<T>(byte[] model, Dataset<T> background)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(background);
        T.Schema.RequireTable("A forest");
        OnnxGraph graph = OnnxGraph.Read(model);
        OnnxNode[] ensembles = [.. graph.Nodes.Where(node => node.Operator.StartsWith("TreeEnsemble", StringComparison.Ordinal))];
        if (ensembles is not [{ } ensemble])
            throw new InvalidModelException($"The model has {ensembles.Length} tree ensembles, and one is expected; its nodes are {Operators(graph.Nodes)}.");
        if (ensemble.Operator is not ("TreeEnsembleClassifier" or "TreeEnsembleRegressor"))
            throw new InvalidModelException($"The trees of the model are a node {ensemble.Operator}; TreeEnsembleClassifier and TreeEnsembleRegressor are read.");
        bool rounds = Rounds(graph, ensemble);
        TreeNodes nodes = new(ensemble);
        int columns = T.Schema.Columns;
        DecisionTree[] trees = new TreeReader(nodes, columns, rounds).Read(background.Encoded.Values, background.Count);
        return new(new TreeEnsemble([.. trees], columns, nodes.Outputs.Length), nodes.Outputs);
    }

    /// <summary>Whether the trees see numbers of single precision. Between the model's input and them only a cast may stand.</summary>
    private static bool Rounds(OnnxGraph graph, OnnxNode ensemble)
    {
        string input = ensemble.Inputs.FirstOrDefault("");
        bool isCast = false;
        while (graph.Nodes.Find(node => node.Outputs.Contains(input)) is { } before)
        {
            if (before.Operator is not ("Cast" or "Identity"))
                throw new InvalidModelException($"The trees of the model do not ask about the record's columns but about what {before.Operator} makes of them; TreeSHAP cannot see through that. Use KernelShap.");
            isCast |= before.Operator == "Cast";
            input = before.Inputs.FirstOrDefault("");
        }

        return graph.InputTypes.TryGetValue(input, out long type)
            ? isCast || type == SingleType
            : throw new InvalidModelException($"The trees of the model ask about {input}, which is no input of it.");
    }

    private static string Operators(List<OnnxNode> nodes) => nodes.Count == 0 ? "none" : string.Join(", ", nodes.Select(node => node.Operator).Distinct());
}
