using System.Collections.Immutable;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explainers.Restored;
using TypedExplain.Files;
using TypedExplain.Json;
using TypedExplain.Receipts.Statements;

namespace TypedExplain.Receipts.Replays;

/// <summary>Makes the result of a receipt again and compares.</summary>
/// <param name="statement">The content of the receipt.</param>
/// <param name="model">The model.</param>
/// <param name="maker">What makes a result of another package; null for those of this one.</param>
internal sealed class Replay<T>(Statement<T> statement, IModel<T> model, ResultMaker<T>? maker = null)
    where T : IFeatureRecord<T>
{
    // What the model says of its output, which decides the scale of the explanation.
    private const string Kind = "kind.name";

    private readonly List<ReplayReason> _reasons = [];

    /// <summary>Makes the explainer again of its options, with backgrounds.</summary>
    public ReplayOutcome WithBackgrounds(ImmutableArray<WeightedRows<T>> backgrounds, CancellationToken cancellation)
    {
        GivenBackgrounds<T> given = new(backgrounds, takesOthers: true);
        return Run(output =>
        {
            ExplainerRestorer<T> restorer = new(given, output);
            IDescribed explainer = statement.Form switch
            {
                ResultForm.Outcome => restorer.Certifier(statement.By),
                ResultForm.Consensus => restorer.Consensus(statement.By),
                _ => restorer.Explainer(statement.By),
            };
            _reasons.AddRange(given.Others.Select(other => new ReplayReason(ReplayCause.OtherBackground, other)));
            if (!given.Others.Any())
                CompareOptions(explainer, "the receipt tells of an explainer that cannot be");
            return explainer;
        }, cancellation);
    }

    /// <summary>Takes an explainer that is given.</summary>
    public ReplayOutcome With(IDescribed explainer, CancellationToken cancellation) => Run(_ =>
    {
        CompareOptions(explainer, maker is null ? "the explainer that was given is another one" : "what was given to make the result again has other options");
        return explainer;
    }, cancellation);

    private void CompareOptions(IDescribed explainer, string otherwise)
    {
        ImmutableArray<ReplayDifference> other = ResultDifferences.OfOptions(statement.By, explainer.Describe());
        if (!other.IsEmpty)
            _reasons.Add(new(ReplayCause.OtherOptions, $"{otherwise}: {NameList.Names(other)}"));
    }

    private ReplayOutcome Run(Func<IModel<T>, IDescribed> explainer, CancellationToken cancellation)
    {
        if (maker is null && !ResultForm.IsOwn(statement.Form))
            return new CannotReplay($"the result is {Words()}, which the options in the receipt do not make again; give what made it: receipt.Replay(model, ...)");
        if (statement.Held is not (true, var instance))
            return new CannotReplay("the receipt holds the instance by its SHA-256 only; give it: receipt.WithInstance(instance).Replay(...)");
        if (statement.Output is { } name && !model.Outputs.Contains(name))
            return new CannotReplay($"the result is of the output {VisibleText.Name(name)}, and the model has {NameList.Names(model.Outputs)}");
        IModel<T> output = statement.Output is { } own ? model.Output(own) : model;
        CompareModels();
        byte[] again;
        try
        {
            again = JsonText.Utf8(ResultOf(explainer(output), output, instance, cancellation).ToJson(), "The result");
        }
        catch (TypedExplainException error)
        {
            return new CannotReplay(error.Message + (_reasons.Count == 0 ? "" : $" ({string.Join("; ", _reasons.Select(reason => reason.Text))})"));
        }

        bool isSame = ContentDigest.Of(again) == statement.ResultSha256;
        if (isSame && _reasons.Count == 0)
            return new Identical(Note());
        ImmutableArray<ReplayDifference> differences = isSame ? [] : ResultDifferences.Of(statement.ResultText, statement.Result is null ? WithoutInstance.Of(again, maker?.Told ?? WithoutInstance.OwnResults) : again, maker?.Repeated);
        if (!isSame)
            Explain(output, instance, differences, cancellation);

        // What a whole receipt is compared without are the options of the explainer, and reasons tell of these.
        return new Differs(isSame || (statement.Result is not null && differences.IsEmpty), differences, [.. _reasons]);
    }

    private IJsonResult ResultOf(IDescribed explainer, IModel<T> output, T instance, CancellationToken cancellation) => (statement.Form, explainer) switch
    {
        (ResultForm.Explanation, IExplainer<T> one) => one.Explain(output, instance, cancellation),
        (ResultForm.ShapValues, IShapExplainer<T> shap) => shap.Values(output, instance, cancellation),
        (ResultForm.Outcome, Certifier<T> certifier) => certifier.Explain(output, instance, cancellation),
        (ResultForm.Consensus, Consensus<T> consensus) => consensus.Explain(output, instance, cancellation),
        _ when maker?.Form == statement.Form => maker.Make(output, instance, cancellation),
        _ => throw new InvalidOptionException($"The receipt is of {Words()}, and {explainer.Describe().Type} makes none"),
    };

    private string Words() => statement.Form switch
    {
        ResultForm.Explanation => "an explanation",
        ResultForm.ShapValues => "SHAP values",
        ResultForm.Outcome => "the outcome of a certifier",
        ResultForm.Consensus => "a consensus",
        _ => $"a result of the form {VisibleText.Name(statement.Form)}",
    };

    private void CompareModels()
    {
        if (statement.Model is { } was && model.Identity() is { } now && was.Sha256 != now.Sha256)
            _reasons.Add(new(ReplayCause.OtherModel, $"the model is another one: the receipt is of {was}, and this is {now}"));
    }

    /// <summary>What is to be known although every bit is the same.</summary>
    private string? Note()
    {
        StringBuilder note = new();
        if (statement.Model is null)
            note.Append("the receipt does not say which model it was, so this is one that answers alike");
        else if (model.Identity() is null)
            note.Append("the model that was given is not identified, so it is one that answers alike");
        if (statement.LibraryVersion != LibraryVersion.Text)
            note.Append(note.Length == 0 ? "" : "; ").Append("the result was made by version ").Append(statement.LibraryVersion).Append(", and this is ").Append(LibraryVersion.Text);
        return note.Length == 0 ? null : note.ToString();
    }

    /// <summary>Looks for reasons beyond those that digests tell.</summary>
    private void Explain(IModel<T> output, T instance, ImmutableArray<ReplayDifference> differences, CancellationToken cancellation)
    {
        if (!AnswerCheck.IsSteady(output, instance, cancellation))
            _reasons.Insert(0, new(ReplayCause.UnsteadyModel, "the model answers the same row differently each time, so nothing of it can be replayed"));
        if (statement.LibraryVersion != LibraryVersion.Text)
            _reasons.Add(new(ReplayCause.OtherVersion, $"the result was made by version {statement.LibraryVersion} of the library, and this is {LibraryVersion.Text}"));
        if (statement.Result is Explanation<T> { RowLoss: not null } or ShapValues<T> { RowLoss: not null })
            _reasons.Add(new(ReplayCause.MembersNotHeld, $"the model looks at members of {T.Schema.Name} that are not features, and the receipt holds none of these"));
        if (differences.FirstOrDefault(difference => difference.Place.Contains(Kind, StringComparison.Ordinal)) is { } kind)
            _reasons.Add(new(ReplayCause.OtherAnswers, $"the model says that its answer is a {kind.Now}, and it was a {kind.Was}: say so with model.As(...)"));
        if (maker?.Untold is { } untold)
            _reasons.Add(new(ReplayCause.Unknown, untold));
        if (_reasons.Count > 0)
            return;
        _reasons.Add(differences.Any(difference => difference.Place is "prediction" or "answer" or "score" || difference.Place.EndsWith(".prediction", StringComparison.Ordinal))
            ? new(ReplayCause.OtherAnswers, $"the model answers otherwise than it did, and {(statement.Model is null || model.Identity() is null ? "it is not identified: it is another model" : "its content is the same: what it runs on computes otherwise")}")
            : statement.Model is null || model.Identity() is null
                ? new(ReplayCause.OtherAnswers, "the model is not identified; it answers the instance alike and its neighbors otherwise, or something that the explainer refers to is another one")
                : new(ReplayCause.Unknown, "model, backgrounds, options and version are the same: the model computes otherwise on this machine or in this batch, or looks at more than the record"));
    }
}
