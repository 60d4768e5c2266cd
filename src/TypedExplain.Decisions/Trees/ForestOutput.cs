using TypedExplain.Models;

namespace TypedExplain.Decisions.Trees;

/// <summary>One output of a forest.</summary>
/// <param name="Forest">The forest.</param>
/// <param name="Output">Position of the output.</param>
internal readonly record struct ForestOutput<T>(Forest<T> Forest, int Output)
    where T : IFeatureRecord<T>
{
    /// <summary>The output of a forest that a model answers with; null where it is something else, or the trees ask about more than the columns of a row.</summary>
    public static ForestOutput<T>? Of(IModelInfo<T> model)
    {
        int output = 0;
        while (true)
        {
            switch (model)
            {
                case Forest<T> forest:
                    return forest.Derived is null ? new(forest, output) : null;
                case OutputModel<T> one:
                    (model, output) = (one.Inner, one.Output);
                    break;
                case IWrappingModel<T> wrapping:
                    model = wrapping.Inner;
                    break;
                default:
                    return null;
            }
        }
    }
}
