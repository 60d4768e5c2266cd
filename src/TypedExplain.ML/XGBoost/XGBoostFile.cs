using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML.XGBoost;

/// <summary>Reads a model of XGBoost as its JSON file holds it.</summary>
internal static class XGBoostFile
{
    private const int LeastVersion = 1, LatestVersion = 3;

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="InvalidModelException">It is no such model, of a version that is not known, or damaged; the message says what was found.</exception>
    public static FileForest Read(byte[] model)
    {
        using JsonDocument json = Parse(model);
        try
        {
            return Read(model, new(json.RootElement, "model"));
        }
        catch (InvalidOperationException error)
        {
            // A text with half of a pair of surrogates.
            throw new InvalidModelException($"The model holds a text that is none: {error.Message} It is damaged.", error);
        }
    }

    private static FileForest Read(byte[] model, XGBoostPart root)
    {
        if (root.Find("learner") is not { } learner)
            throw new InvalidModelException("The file is not a model of XGBoost: it has no 'learner'. Save it with Booster.save_model('model.json').");
        if (root.Find("version")?.Wholes() is not [>= LeastVersion and <= LatestVersion, ..])
            throw new InvalidModelException($"The model's version is {(root.Find("version")?.Wholes() is { } version ? NameList.Names(version) : "not told")}; those of XGBoost {LeastVersion} to {LatestVersion} are read. Save the model with one of these.");
        XGBoostPart parameters = learner["learner_model_param"], booster = learner["gradient_booster"];
        int columns = parameters["num_feature"].Whole(), classes = parameters["num_class"].Whole();
        if ((parameters.Find("num_target")?.Whole() ?? 1) > 1)
            throw new InvalidModelException($"The model has {parameters["num_target"].Whole()} targets per row, and models of one are read. Train one model per target.");
        string name = learner["objective"]["name"].Text();
        XGBoostObjective objective = XGBoostObjective.Of(name);
        if (name == "binary:logitraw" && root["version"].Wholes() is [1, < 7, ..])
            throw new InvalidModelException("The model was trained for binary:logitraw by an XGBoost before 1.7, and what its base_score means differs between these. Load and save it with XGBoost 1.7 or later.");
        int outputs = Math.Max(1, classes);
        if (outputs > TreeFileLimits.MostOutputs || (objective.Link == ForestLink.Softmax) != (outputs > 1))
            throw new InvalidModelException($"The model was trained for {name} and has num_class {classes}; the model is damaged.");
        (XGBoostPart trees, float[]? weights) = Trees(booster);
        ImmutableArray<string> names = [.. learner.Find("feature_names")?.List().Select(own => own.Text()) ?? []];
        bool areNumbered = names.IsEmpty || names.Select((own, i) => own == Numbered(i)).All(isOwn => isOwn);
        if (columns < 1 || columns > model.Length || (names.Length > 0 && names.Length != columns))
            throw new InvalidModelException($"The model has num_feature {columns} and {names.Length} feature_names; the model is damaged.");
        return new()
        {
            Library = "XGBoost",
            Length = model.Length,
            Sha256 = ContentDigest.Of(model),
            Objective = name,
            Link = objective.Link,
            AreLogOdds = objective.AreLogOdds,
            AreClasses = objective.AreClasses,
            Outputs = outputs,
            Constants = Base(objective, parameters["base_score"], outputs),
            Factor = 1,
            TreesPerRound = outputs * Math.Clamp(trees.Find("gbtree_model_param")?.Find("num_parallel_tree")?.Whole() ?? 1, 1, Math.Max(1, trees["tree_info"].Wholes().Length)),
            BestRounds = learner.Find("attributes")?.Find("best_iteration")?.Whole() is >= 0 and < int.MaxValue and var last ? last + 1 : null,
            Columns = names.IsEmpty ? [.. Enumerable.Range(0, columns).Select(Numbered)] : names,
            AreColumnsNumbered = areNumbered,
            Trees = Trees(trees, weights, outputs, columns),
        };
    }

    /// <summary>A part of the file as a message shows it.</summary>
    public static string Shown(string text)
    {
        const int most = 60;
        return $"'{VisibleText.Name(text.Length <= most ? text : text[..most] + "…")}'";
    }

    private static string Numbered(int column) => string.Create(CultureInfo.InvariantCulture, $"f{column}");

    private static JsonDocument Parse(byte[] model)
    {
        if (model is [(byte)'{', (byte)'L' or (byte)'i' or (byte)'U' or (byte)'l' or (byte)'I', ..])
            throw new InvalidModelException("The file is a model of XGBoost as UBJSON; it is read as JSON. Save it with Booster.save_model and a name that ends in .json.");
        try
        {
            return JsonDocument.Parse(XGBoostTokens.Quoted(model));
        }
        catch (JsonException error)
        {
            throw new InvalidModelException($"The file is not a model of XGBoost as JSON, or it is cut off: {error.Message} Save it with Booster.save_model('model.json').", error);
        }
    }

    /// <summary>The part that holds the trees, and what each one's answers are multiplied by; null for 1.</summary>
    private static (XGBoostPart Model, float[]? Weights) Trees(XGBoostPart booster)
    {
        string name = booster["name"].Text();
        (XGBoostPart model, float[]? weights) = name switch
        {
            "gbtree" => (booster["model"], null),
            "dart" => (booster["gbtree"]["model"], booster["weight_drop"].Numbers()),
            _ => throw new InvalidModelException($"The model's booster is {Shown(name)}, and its trees are not read; those of gbtree and dart are. Explain the model through a function with KernelShap."),
        };
        if (model.Find("cats")?.Find("enc")?.List() is { Length: > 0 })
            throw new InvalidModelException("The model holds the names of categories that the table had which it was trained on, and recodes them as it answers. Train it on numbers for the categories, with feature_types 'c'.");
        return (model, weights);
    }

    private static ImmutableArray<FileTree> Trees(XGBoostPart model, float[]? weights, int outputs, int columns)
    {
        XGBoostPart[] trees = model["trees"].List();
        int[] outputOf = model["tree_info"].Wholes();
        if (trees.Length == 0 || outputOf.Length != trees.Length || (weights is not null && weights.Length != trees.Length))
            throw new InvalidModelException($"The model has {trees.Length} trees, {outputOf.Length} numbers of tree_info{(weights is null ? "" : $" and {weights.Length} of weight_drop")}; there must be at least one tree, and one number for each. The model is damaged or was not trained.");
        if (Array.Exists(outputOf, output => output < 0 || output >= outputs))
            throw new InvalidModelException($"A tree of the model adds to output {outputOf.First(output => output < 0 || output >= outputs)}, and there are {outputs}, from 0; the model is damaged.");
        if (Array.Exists(trees, tree => (tree.Find("tree_param")?.Find("size_leaf_vector")?.Whole() ?? 0) > 1))
            throw new InvalidModelException("The model's trees answer with several numbers each (multi_output_tree), which are not read. Train with multi_strategy one_output_per_tree.");
        return [.. trees.Select((tree, i) => XGBoostTrees.Read(tree, i, outputOf[i], columns, weights?[i] ?? 1))];
    }

    /// <summary>What sums begin with: one number, or from XGBoost 3.1 on one per output, in brackets.</summary>
    private static double[] Base(XGBoostObjective objective, XGBoostPart part, int outputs)
    {
        string text = part.Text().Trim();
        if (text is not ['[', .., ']'])
            return [.. Enumerable.Repeat(objective.Base(part.Number()), outputs)];
        string[] numbers = text[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length != outputs && numbers.Length != 1)
            throw part.Bad($"has {numbers.Length} numbers for {outputs} outputs");
        return [.. Enumerable.Range(0, outputs).Select(i => float.TryParse(numbers[numbers.Length == 1 ? 0 : i], NumberStyles.Float, CultureInfo.InvariantCulture, out float score) && float.IsFinite(score) ? objective.Base(score) : throw part.Bad("is no list of finite numbers"))];
    }
}
