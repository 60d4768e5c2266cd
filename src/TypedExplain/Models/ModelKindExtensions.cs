using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Models;

namespace TypedExplain;

/// <summary>Saying what a model answers with.</summary>
public static class ModelKindExtensions
{
    /// <summary>
    /// The same model, of which is said what its outputs are: <c>Model.From(...).As(OutputKind.Probability)</c>. What the model
    /// itself says is replaced.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="kinds">One kind for all outputs, or one for each in their order.</param>
    /// <exception cref="InvalidOptionException">There are not as many kinds as outputs.</exception>
    public static IModel<T> As<T>(this IModel<T> model, params ImmutableArray<OutputKind> kinds)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        if (kinds.IsDefaultOrEmpty || kinds.Contains(null!) || (kinds.Length != 1 && kinds.Length != model.Outputs.Length))
            throw new InvalidOptionException($"kinds of a model's outputs are {(kinds.IsDefault ? 0 : kinds.Length)}{(!kinds.IsDefault && kinds.Contains(null!) ? ", null among them" : "")}, and its outputs are {NameList.Names(model.Outputs)}; give one kind for all, or one for each.");
        return new KindModel<T>(model, kinds);
    }
}
