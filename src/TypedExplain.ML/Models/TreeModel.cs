using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.ML.Features;
using TypedExplain.ML.Trees;
using TypedExplain.Models.Forests;

namespace TypedExplain.ML;

/// <summary>
/// A model of trees whose sums a link makes answers of. The model answers as its library does: a probability, a rate, a number. Its
/// <see cref="Forest"/> answers with the sums below the link, and is what <see cref="TreeShap{T}"/> explains exactly.
/// </summary>
/// <remarks>Immutable, so safe to share between threads. The score of a row does not depend on the batch it is in.</remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public abstract class TreeModel<T> : IModel<T>, IIdentifiedModel, IForestModel<T>
    where T : IFeatureRecord<T>
{
    private readonly string _library;

    private protected TreeModel(FileForest file, string name, TreeFileOptions<T> options)
        : this(FirstRounds.Of(file, options.Rounds), options) => Identity = new(name, null, file.Sha256);

    private TreeModel(FileForest file, TreeFileOptions<T> options)
        : this(file, Names(file, options), () => new FileColumns<T>(file, options).Bind())
    {
    }

    private protected TreeModel(FileForest file, ImmutableArray<string> outputs, Func<ColumnSource<T>?[]> bind)
    {
        T.Schema.RequireTable("A model of trees");
        (_library, Link, Objective, Outputs) = (file.Library, file.Link, file.Objective, outputs);
        ColumnSource<T>?[] sources = bind();
        SourceColumns<T> derived = new();
        DecisionTree[] trees = new ForestBuilder<T>(file, sources, derived).Build();
        string form = file switch
        {
            { AreLogOdds: true, Link: ForestLink.NormalizedSigmoid } => "log-odds against all others of ",
            { AreLogOdds: true } => "log-odds of ",
            { Link: ForestLink.Exponential } => "log of ",
            { Link: ForestLink.Softmax } => "sum below softmax of ",
            { Link: ForestLink.Softplus } => "sum below softplus of ",
            { Link: ForestLink.SignedSquare } => "root of ",
            { Link: ForestLink.Step } => "sum below step of ",
            _ => "",
        };
        TreeEnsemble ensemble = new([.. trees], T.Schema.Columns + derived.Count, file.Outputs);
        Forest = new(ensemble, [.. Outputs.Select(output => form + output)], file.AreLogOdds ? OutputKind.LogOdds : OutputKind.Score, derived.Count > 0 ? derived : null);
        Kind = Link switch
        {
            ForestLink.Sigmoid or ForestLink.Softmax or ForestLink.NormalizedSigmoid => OutputKind.Probability,
            _ when file.AreLogOdds => OutputKind.LogOdds,
            _ => OutputKind.Score,
        };
    }

    private OutputKind Kind { get; }

    /// <summary>
    /// The trees: their answers are the sums below the link, the model's base included, and contributions of <see cref="TreeShap{T}"/>
    /// are shares of these. Its outputs say what the sums are: "log-odds of …" below a sigmoid, "log of …" below an exponential,
    /// "sum below softmax of …" below a softmax. What the file weighs its nodes by stands for the training rows. Impurities are
    /// not known, so all <see cref="Forest{T}.Importances"/> are 0.
    /// </summary>
    public Forest<T> Forest { get; }

    /// <summary>What makes the model's answers of the forest's sums.</summary>
    public ForestLink Link { get; }

    /// <summary>What the file says that the model was trained for, as it writes it, such as "binary sigmoid:1"; empty where it does not say.</summary>
    public string Objective { get; }

    /// <summary>The names of the classes whose probabilities the model gives, as the options have them, or else "prediction", and of several outputs their numbers from 0.</summary>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>The name of the file and the SHA-256 of its bytes; null for a pipeline that is in memory: say which it is with <see cref="ModelIdentityExtensions.Identified"/>.</summary>
    public ModelIdentity? Identity { get; private protected init; }

    /// <summary>A probability above a sigmoid or a softmax, log odds where the model answers with these, else a score.</summary>
    /// <param name="output">Position of the output.</param>
    public OutputKind KindOf(int output) => Kind;

    /// <summary>Whether any tree asks about a feature; of what says that a value is missing, whether any asks about that value.</summary>
    /// <param name="feature">The feature.</param>
    public bool Reads(Feature<T> feature) => Forest.Reads(feature);

    /// <summary>The answers of the model, on its own scale.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for all answers.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        Forest.Score(rows, scores);
        scores = scores[..(rows.Count * Outputs.Length)];
        if (Link == ForestLink.Identity)
            return;
        for (int first = 0; first < scores.Length; first += Outputs.Length)
            LinkedAnswers.Put(Link, scores.Slice(first, Outputs.Length));
    }

    /// <summary>The library, the number of trees and the outputs.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_library} model of {Forest.TreeCount} trees for {NameList.Names(Outputs)}");

    private static ImmutableArray<string> Names(FileForest file, TreeFileOptions<T> options)
    {
        ImmutableArray<string> given = options.Classes;
        int outputs = file.Outputs;
        if (given.IsDefaultOrEmpty)
            return outputs == 1 ? ["prediction"] : [.. Enumerable.Range(0, outputs).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        if (outputs == 1 && given.Length == 2 && file.AreClasses)
            return [given[1]];
        return given.Length == outputs && !given.Contains(null!) && given.Distinct().Count() == outputs
            ? given
            : throw new InvalidOptionException($"{nameof(TreeFileOptions<>.Classes)} are {NameList.Names(given)}, and the model has {outputs} {Noun.Of(outputs, "output")}; give each one a name of its own.");
    }
}
