namespace TypedExplain.Models.Remote;

/// <summary>What a model answered for a row.</summary>
/// <param name="Scores">One number per output.</param>
/// <param name="IsOfColumns">Whether it was answered without a look at the record, so that it holds for all rows with these columns.</param>
internal sealed record RememberedAnswer(double[] Scores, bool IsOfColumns);
