using System.Collections.Immutable;
using System.Text.Json;
using TypedExplain.Files;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML.LightGbm;

/// <summary>Reads a model of LightGBM as its text file holds it.</summary>
internal static class LightGbmFile
{
    private static readonly string[] s_versions = ["v2", "v3", "v4"];

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="InvalidModelException">It is no such model, of a version that is not known, or damaged; the message says what was found.</exception>
    public static FileForest Read(byte[] model)
    {
        LightGbmSections sections = LightGbmSections.Read(model);
        LightGbmNumbers head = new(sections.Head, "The head");
        string version = sections.Head.GetValueOrDefault("version", "");
        if (!s_versions.Contains(version))
            throw new InvalidModelException($"The model says version={(version.Length == 0 ? "nothing" : LightGbmSections.Shown(version))}; versions v2, v3 and v4 are read, which LightGBM 2 to 4 write. Save the model with one of these.");
        int outputs = head.Whole("num_tree_per_iteration"), columns = head.Whole("max_feature_idx") + 1;
        if (outputs is < 1 or > TreeFileLimits.MostOutputs || sections.Trees.Count == 0 || sections.Trees.Count % outputs != 0)
            throw new InvalidModelException($"The model has {sections.Trees.Count} trees and num_tree_per_iteration={outputs}; there must be at least one tree, and as many for every output. The model is damaged or was not trained.");
        if (head.Has("tree_sizes") && sections.Head["tree_sizes"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is var stated && stated != sections.Trees.Count)
            throw new InvalidModelException($"The model's head tells the sizes of {stated} trees, and {sections.Trees.Count} are there; the model is cut off or damaged.");
        ImmutableArray<string> names = [.. sections.Head.GetValueOrDefault("feature_names", "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (names.Length != columns)
            throw new InvalidModelException($"The model has {names.Length} feature_names and max_feature_idx={columns - 1}; the model is damaged.");
        string text = sections.Head.GetValueOrDefault("objective", "");
        LightGbmObjective objective = LightGbmObjective.Read(text);
        if (objective.Link == ForestLink.Softmax && outputs == 1)
            throw new InvalidModelException("The model was trained for multiclass and has one tree per iteration; a softmax is of at least two. The model is damaged.");
        FileTree[] trees = [.. sections.Trees.Select((tree, i) => LightGbmTrees.Read(tree, i, outputs, columns))];
        return new()
        {
            Library = "LightGBM",
            Length = model.Length,
            Sha256 = ContentDigest.Of(model),
            Objective = text,
            Link = objective.Link,
            AreLogOdds = objective.Link == ForestLink.Sigmoid,
            AreClasses = objective.AreClasses,
            Outputs = outputs,
            Constants = new double[outputs],
            Factor = objective.Factor / (sections.Head.ContainsKey("average_output") ? trees.Length / outputs : 1),
            IsMean = sections.Head.ContainsKey("average_output"),
            TreesPerRound = outputs,
            Columns = names,
            AreColumnsNumbered = IsNumbered(names),
            Categories = Categories(sections, columns),
            Trees = [.. trees],
        };
    }

    // LightGBM gives names of its own where there are none.
    private static bool IsNumbered(ImmutableArray<string> names) => names.Select((name, i) => name == $"Column_{i}").All(isOwn => isOwn);

    /// <summary>The names of the categories that pandas had, by column: its lists are of the columns of categories in their order.</summary>
    private static ImmutableDictionary<int, ImmutableArray<string>> Categories(LightGbmSections sections, int columns)
    {
        if (sections.Categories is not { } text || text.Trim() is "null" or "[]" or "")
            return ImmutableDictionary<int, ImmutableArray<string>>.Empty;
        ImmutableArray<string>[] lists = Lists(text);
        string[] infos = sections.Head.GetValueOrDefault("feature_infos", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // The range of a number stands in brackets; numbers of categories stand between colons; of a constant column nothing is known.
        int[] categorical = [.. Enumerable.Range(0, Math.Min(columns, infos.Length)).Where(i => infos[i] != "none" && !infos[i].StartsWith('['))];
        if (categorical.Length != lists.Length)
            throw new InvalidModelException($"The model names the categories of {lists.Length} columns of pandas, and its feature_infos know {categorical.Length} columns of categories, so which is which is not told. Train without columns that are constant, or with numbers in place of categories.");
        return categorical.Zip(lists).ToImmutableDictionary(pair => pair.First, pair => pair.Second);
    }

    private static ImmutableArray<string>[] Lists(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(list => list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()).ToImmutableArray())];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidModelException($"The model's pandas_categorical is {LightGbmSections.Shown(text)}, and lists of categories are expected; the model is damaged.", error);
        }
    }
}
