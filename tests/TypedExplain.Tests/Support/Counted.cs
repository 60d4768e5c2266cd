namespace TypedExplain.Tests.Support;

/// <summary>A model that writes down how many rows it was asked about, batch by batch.</summary>
internal static class Counted
{
    public static IModel<T> Of<T>(IModel<T> model, List<int> batches)
        where T : IFeatureRecord<T> => Model.FromRows<T>(model.Outputs, (rows, scores) =>
        {
            lock (batches)
                batches.Add(rows.Count);
            model.Score(rows, scores);
        });
}
