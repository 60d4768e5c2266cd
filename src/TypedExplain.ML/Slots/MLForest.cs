using TypedExplain.ML.Slots;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML;

/// <summary>
/// The trees of an ML.NET pipeline: of FastTree, FastForest and LightGBM, for numbers, two classes and several.
/// <see cref="TreeShap{T}"/> of its <see cref="TreeModel{T}.Forest"/> gives exact contributions by feature of the record, whatever
/// slots the pipeline makes of them.
/// </summary>
/// <remarks>
/// Which feature a slot is made of, and which of its values go left at a question, the pipeline itself is asked: so one-hot and hash
/// encodings, keys, stand-ins for missing values and normalizers are followed to the bit, as long as no slot is made of two features and no
/// question divides a number twice. Everything else is refused by the slot's name. At the end the trees are compared with the
/// pipeline on rows drawn from the schema, at thresholds, and on the background. ML.NET does not keep how often a node was reached: the
/// background's rows tell.
/// </remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed class MLForest<T> : TreeModel<T>
    where T : IFeatureRecord<T>
{
    private MLForest(MLModel<T> model, FileForest trees)
        : base(trees, model.Outputs, SlotFile.Sources<T>) => Identity = model.Identity;

    /// <summary>Reads the trees of a pipeline.</summary>
    /// <param name="model">The pipeline; its output is what is explained: "Probability" by log odds, or "Score".</param>
    /// <param name="background">The rows by which <see cref="TreeExpectation.PathDependent"/> weighs both answers to a question; at least one.</param>
    /// <exception cref="InvalidModelException">The predictor has no trees, a slot of its features is made of several of the record's, or the trees that were read answer otherwise than the pipeline; the message says what was found.</exception>
    public static MLForest<T> Of(MLModel<T> model, Dataset<T> background)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(background);
        T.Schema.RequireTable("A forest");
        InvalidModelException? difference = null;
        foreach (SlotForest trees in SlotForest.Of(model.Pipeline.Model, model.Scores))
        {
            SlotReader<T> reader = new(model.Pipeline, trees.Before, trees.Column);
            MLForest<T> forest = new(model, SlotFile.Of(trees, new SlotQuestions<T>(reader, background).Find(trees.Trees), background));
            InvalidModelException? own = SlotCheck<T>.Difference(forest, model, background);
            if (own is null)
                return forest;
            difference ??= own;
        }

        throw difference!;
    }
}
