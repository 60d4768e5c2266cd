using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>
/// Finds an equilibrium sum of a game without a budget by following it as γ grows from 0, where the sum is 0, to the game's
/// own. Every slope is at a rung of the ladder or at an environment's target, and in between both the sum is linear in γ; where
/// a slope comes to another rung or target its choice changes, and γ may shrink for a while. The sum keeps within kγ of 0, so
/// the path leads to an equilibrium however different or collinear the environments are, where sweeps and Newton steps may go
/// round in circles. It is given up where it takes too long.
/// </summary>
internal ref struct MedianPath
{
    /// <summary>Changes of choice before the path is given up, as a multiple of slopes and environments.</summary>
    private const int MostChanges = 20;

    private readonly EnvironmentGame _game;
    private readonly Span<double> _sum, _move, _rungs, _memory;
    private readonly Span<int> _chosen, _sides;

    // What comes first on the way: how far, for which slope, and the environment whose target it meets there, from the side
    // that it is on; or no environment, for the rung above or below.
    private double _nearest;
    private int _slope, _player, _end;

    // The environment whose target the slope left at the last change; none where it left a rung.
    private int _left;

    private MedianPath(in EnvironmentGame game, Span<double> sum, Span<double> memory, Span<int> choices)
    {
        _game = game;
        _sum = sum;
        _move = memory[..game.Size];
        _rungs = memory.Slice(game.Size, game.Size);
        _memory = memory[(2 * game.Size)..];
        _chosen = choices[..game.Size];
        _sides = choices[game.Size..];
    }

    /// <summary>Solves for the sum of the players' slopes.</summary>
    /// <param name="game">The game; its budget is not looked at.</param>
    /// <param name="sum">Where the equilibrium goes; as it was where none was found.</param>
    /// <returns>Whether it was found, and how often the choice changed.</returns>
    public static (bool Settled, int Changes) Solve(in EnvironmentGame game, Span<double> sum)
    {
        int size = game.Size, most = size * (game.Players + 1);
        using Pooled memory = Pooled.Unset((3 * size) + MedianSystem.MemoryFor(size));
        Span<double> end = memory.Span[..size];
        MedianPath path = new(game, end, memory.Span[size..], most <= 512 ? stackalloc int[most] : new int[most]);
        (bool settled, int changes) = path.Follow();
        if (settled)
            end.CopyTo(sum);
        return (settled, changes);
    }

    private (bool Settled, int Changes) Follow()
    {
        Begin();
        double bound = 0;
        int most = Math.Min(MostChanges * _game.Size * _game.Players, MedianSystem.MostSolutions(_game.Size));
        for (int change = 0; change < most; change++)
        {
            if (!MedianSystem.Solve(_game, _chosen, _rungs, share: 0, _memory, _move))
                return (false, change);
            double direction = change > 0 && Leaves() < 0 ? -1 : 1;
            Next(bound, direction);
            if (direction > 0 && _game.Bound - bound <= _nearest)
                return (Arrive(), change);
            bound += direction * _nearest;
            if (!(bound >= 0))
                return (false, change);
            VectorOps.AddScaled(direction * _nearest, _move, _sum);
            Change();
        }

        return (false, most);
    }

    /// <summary>At γ = 0 the sum is 0; each slope begins to move by the votes of the environments.</summary>
    private readonly void Begin()
    {
        _sum.Clear();
        for (int j = 0; j < _game.Size; j++)
        {
            int votes = 0, none = 0;
            for (int i = 0; i < _game.Players; i++)
            {
                double gap = MedianSystem.Gap(_game, i, j, _sum, share: 1);
                _sides[(j * _game.Players) + i] = Math.Sign(gap);
                votes += Math.Sign(gap);
                none += gap == 0 ? 1 : 0;
            }

            // A target of exactly 0 holds the slope there, unless the others outvote it.
            _chosen[j] = MedianSystem.Held;
            for (int i = 0; i < _game.Players && none > 0; i++)
            {
                if (_sides[(j * _game.Players) + i] != 0)
                    continue;
                if (_chosen[j] == MedianSystem.Held && Math.Abs(votes) <= none)
                {
                    _chosen[j] = i;
                    continue;
                }

                _sides[(j * _game.Players) + i] = votes > 0 ? -1 : 1;
                votes += votes > 0 ? -1 : 1;
            }

            _rungs[j] = votes;
        }
    }

    /// <summary>Votes of the environments other than the one at whose target a slope is.</summary>
    private readonly int Votes(int slope)
    {
        int votes = 0;
        for (int i = 0; i < _game.Players; i++)
            votes += i == _chosen[slope] ? 0 : _sides[(slope * _game.Players) + i];
        return votes;
    }

    /// <summary>Finds the first slope that comes to a rung or to another target.</summary>
    private void Next(double bound, double direction)
    {
        _nearest = double.PositiveInfinity;
        for (int j = 0; j < _game.Size; j++)
        {
            for (int i = 0; i < _game.Players; i++)
            {
                int side = _sides[(j * _game.Players) + i];
                if (i != _chosen[j])
                    Meet(side * MedianSystem.Gap(_game, i, j, _sum, share: 1), side * direction * MedianSystem.Gap(_game, i, j, _move, share: 0), j, i, side);
            }

            if (_chosen[j] == MedianSystem.Held)
                continue;
            int votes = Votes(j);
            for (int end = -1; end <= 1; end += 2)
                Meet(end * (((votes + end) * bound) - _sum[j]), end * direction * (votes + end - _move[j]), j, MedianSystem.Held, end);
        }
    }

    private void Meet(double distance, double speed, int slope, int player, int end)
    {
        if (!(speed < 0) || !(Math.Max(distance, 0) / -speed < _nearest))
            return;
        (_nearest, _slope, _player, _end) = (Math.Max(distance, 0) / -speed, slope, player, end);
    }

    /// <summary>
    /// The slope that came to a target goes with it, and one that came to a rung stays there; an environment whose target
    /// is left is then on the side where the new one was, or beyond the rung.
    /// </summary>
    private void Change()
    {
        int j = _slope;
        _left = _chosen[j];
        if (_left != MedianSystem.Held)
            _sides[(j * _game.Players) + _left] = _end;
        _chosen[j] = _player;
        _rungs[j] = Votes(j);
    }

    /// <summary>Whether the slope that changed goes on, as γ grows, to where its choice is right: above 0.</summary>
    private readonly double Leaves() => _left == MedianSystem.Held
        ? _end * (Votes(_slope) + _end - _move[_slope])
        : _end * MedianSystem.Gap(_game, _left, _slope, _move, share: 0);

    /// <summary>The slopes at the game's own γ, from the choice and not from the way.</summary>
    private readonly bool Arrive()
    {
        for (int j = 0; j < _game.Size; j++)
            _rungs[j] *= _game.Bound;
        return MedianSystem.Solve(_game, _chosen, _rungs, share: 1, _memory, _sum);
    }
}
