using System.Globalization;
using System.Runtime.ExceptionServices;
using TypedExplain.Errors;
using TypedExplain.Models;
using TypedExplain.Schema.Rows;

namespace TypedExplain;

/// <summary>Rows that an explanation in progress wants scored, and their scores once they are there.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class RowBatch<T>
    where T : IFeatureRecord<T>
{
    private readonly IModelInfo<T> _model;
    private readonly ReadOnlyMemory<double> _rows;
    private readonly Memory<double> _scores;
    private readonly RowRecords<T>? _records;
    private ExceptionDispatchInfo? _failure;
    private bool _isAnswered;

    /// <summary>A batch over encoded rows; they must not change until it is answered.</summary>
    /// <param name="model">The model that is to score them.</param>
    /// <param name="rows">The rows one after the other, each <see cref="FeatureSchema{T}.Columns"/> numbers long.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or the schema has no columns.</exception>
    public RowBatch(IModelInfo<T> model, ReadOnlyMemory<double> rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _rows, Count) = (model, rows, new EncodedRows<T>(rows.Span).Count);
        _scores = new double[Count * model.Outputs.Length];
    }

    /// <summary>Rows with the records behind them, and a place for their scores.</summary>
    internal RowBatch(IModelInfo<T> model, ReadOnlyMemory<double> rows, RowRecords<T> records, Memory<double> scores) =>
        (_model, _rows, _records, _scores, Count) = (model, rows, records, scores, records.Count);

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>What the model is asked about, encoded into columns.</summary>
    public EncodedRows<T> Rows => _records is null ? new(_rows.Span) : new(_rows.Span, _records);

    /// <summary>For each row in turn, one number per output of the model.</summary>
    /// <exception cref="InvalidModelException">An answer is not a finite number, or the model failed.</exception>
    /// <exception cref="InvalidOperationException">The batch was not answered.</exception>
    public ReadOnlySpan<double> Scores
    {
        get
        {
            _failure?.Throw();
            return _isAnswered ? _scores.Span : throw new InvalidOperationException($"The {Count} {Noun.Of(Count, "row was", "rows were")} not scored yet; a run goes on after Answer or Fail.");
        }
    }

    /// <summary>Whether it waits for its scores: they were neither given nor failed to come.</summary>
    internal bool IsOpen => !_isAnswered && _failure is null;

    /// <summary>Whether the model failed, or an answer cannot be used.</summary>
    internal bool HasFailed => _failure is not null;

    /// <summary>The records behind the rows; null where columns are all there is.</summary>
    internal RowRecords<T>? Records => _records;

    /// <summary>The records behind the rows, or those that their columns stand for.</summary>
    internal RowRecords<T> Source => _records ?? new LaterRecords<T>(null, 0, Count);

    /// <summary>The encoded rows.</summary>
    internal ReadOnlyMemory<double> Values => _rows;

    /// <summary>The rows from one on, as a batch of their own.</summary>
    internal RowBatch<T> From(int row) =>
        new(_model, _rows[(row * T.Schema.Columns)..], new LaterRecords<T>(_records, row, Count - row), new double[(Count - row) * _model.Outputs.Length]);

    /// <summary>Gives the answers.</summary>
    /// <param name="scores">For each row in turn, one number per output of the model.</param>
    /// <exception cref="ArgumentException">There are too few or too many.</exception>
    /// <exception cref="InvalidOperationException">The batch was answered before.</exception>
    public void Answer(ReadOnlySpan<double> scores)
    {
        RequireOpen();
        if (scores.Length != _scores.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{scores.Length} {Noun.Of(scores.Length, "score was", "scores were")} given for {Count} {Noun.Of(Count, "row")} of {T.Schema.Name} and {_model.Outputs.Length} {Noun.Of(_model.Outputs.Length, "output")}; {_scores.Length} {Noun.Of(_scores.Length, "is", "are")} needed."), nameof(scores));
        scores.CopyTo(_scores.Span);
        Check();
    }

    /// <summary>Says that the model failed: what asked learns it where it looks at the scores.</summary>
    /// <param name="error">What was thrown.</param>
    /// <exception cref="InvalidOperationException">The batch was answered before.</exception>
    public void Fail(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        RequireOpen();
        _failure = ExceptionDispatchInfo.Capture(ModelFailure.IsOwn(error) ? ModelFailure.OnBatch(Rows, error) : error);
    }

    /// <summary>Asks a model. A failure of the model is kept for whoever looks at the scores.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    internal void AskOf(IModel<T> model, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RequireOpen(model);
        try
        {
            model.Score(Rows, _scores.Span, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Fail(error);
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        Check();
    }

    /// <summary>Awaits a model. A failure of the model is kept for whoever looks at the scores.</summary>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    internal async Task AskOfAsync(IAsyncModel<T> model, CancellationToken cancellation)
    {
        RequireOpen(model);
        try
        {
            await model.ScoreAsync(this, _scores, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Fail(error);
            return;
        }

        Check();
    }

    private void Check()
    {
        try
        {
            ModelAnswers.Check(_model, Rows, _scores.Span);
            _isAnswered = true;
        }
        catch (InvalidModelException error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }
    }

    /// <summary>Empties the place of the scores for a model, which must be the one that the rows are for, as far as it can be told.</summary>
    private void RequireOpen(IModelInfo<T> model)
    {
        RequireOpen();
        if (model.Outputs.Length != _model.Outputs.Length)
            throw new InvalidModelException($"The run was begun for a model with the outputs {NameList.Names(_model.Outputs)}, and the one that is asked has {NameList.Names(model.Outputs)}. Finish it with the model that it was begun for.");
        _scores.Span.Fill(double.NaN);
    }

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new InvalidOperationException($"The {Count} {Noun.Of(Count, "row was", "rows were")} answered before; ask the run for its next rows.");
    }
}
