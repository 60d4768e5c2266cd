namespace TypedExplain.Global.Importances;

/// <summary>Random orders in which nothing keeps its place (Sattolo, 1986): one cycle, so that each place gets each of the others equally often.</summary>
internal static class Cycle
{
    /// <summary>The numbers 0 … count − 1, none in its own place; of one number that number.</summary>
    public static int[] Of(int count, RandomStream stream)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = stream.Choose(i, i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
