using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace TypedExplain.ML.Slots;

/// <summary>What ML.NET does not hand out of trees, by name and type as it is compiled: the models of several classes, and what stands in for missing values.</summary>
internal static class TreeInternals
{
    private const string Ensemble = "Microsoft.ML.Trainers.FastTree.InternalTreeEnsemble, Microsoft.ML.FastTree";
    private const string Tree = "Microsoft.ML.Trainers.FastTree.InternalRegressionTree, Microsoft.ML.FastTree";
    private const string Trees = "System.Collections.Generic.IEnumerable`1[[Microsoft.ML.Trainers.FastTree.InternalRegressionTree, Microsoft.ML.FastTree]]";

    /// <summary>The model of each class.</summary>
    /// <exception cref="InvalidModelException">This version of ML.NET is built otherwise.</exception>
    public static ImmutableArray<object> ModelsOf(OneVersusAllModelParameters model) => Read(() => SubModels(model));

    /// <summary>For each tree what stands in for a missing value at each of its questions; null where a missing value goes right.</summary>
    /// <exception cref="InvalidModelException">This version of ML.NET is built otherwise.</exception>
    public static float[]?[] StandIns(TreeEnsembleModelParameters model) => Read(() => ((IEnumerable)TreesOf(EnsembleOf(model))).Cast<object>().Select(tree => StandIn(tree)).ToArray());

    private static TResult Read<TResult>(Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is MissingMethodException or MissingFieldException or TypeLoadException or BadImageFormatException or NotSupportedException)
        {
            throw new InvalidModelException($"This version of ML.NET keeps its trees in another form than 5.0, which is read: {error.Message} Use Microsoft.ML.FastTree 5.0, or KernelShap over MLModel.", error);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SubModelParameters")]
    private static extern ImmutableArray<object> SubModels(OneVersusAllModelParameters model);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_TrainedEnsemble")]
    [return: UnsafeAccessorType(Ensemble)]
    private static extern object EnsembleOf(TreeEnsembleModelParameters model);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Trees")]
    [return: UnsafeAccessorType(Trees)]
    private static extern object TreesOf([UnsafeAccessorType(Ensemble)] object ensemble);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "DefaultValueForMissing")]
    private static extern ref float[]? StandIn([UnsafeAccessorType(Tree)] object tree);
}
