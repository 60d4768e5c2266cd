namespace TypedExplain.Global.Work;

/// <summary>What a global explanation asks a model, one row after the other; answers come in the same order.</summary>
internal interface IQuestions
{
    /// <summary>How many rows.</summary>
    long Count { get; }

    /// <summary>Writes a row that is asked about.</summary>
    /// <param name="question">Its position.</param>
    /// <param name="columns">Where it goes.</param>
    /// <returns>The row of the background that it is made of, and whether it is that row as it was given.</returns>
    (int Row, bool IsGiven) Write(long question, Span<double> columns);

    /// <summary>Takes an answer.</summary>
    /// <param name="question">Its position.</param>
    /// <param name="answer">The model's answer.</param>
    void Take(long question, double answer);
}
