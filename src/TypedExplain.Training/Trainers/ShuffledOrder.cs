using TypedExplain.Numerics;

namespace TypedExplain.Training.Trainers;

/// <summary>
/// Rows in random order, without end: shuffled anew when all had their turn. Any stretch of it can be asked for, so that
/// training goes on from any step alike.
/// </summary>
internal sealed class ShuffledOrder(RandomStream stream, int count)
{
    private int[] _pass = [];
    private long _passNumber = -1;

    public void Fill(long first, Span<int> rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            long pass = (first + i) / count;
            if (pass != _passNumber)
                (_pass, _passNumber) = (new Shuffle(stream.For((int)pass)).Permutation(count), pass);
            rows[i] = _pass[(int)((first + i) % count)];
        }
    }
}
