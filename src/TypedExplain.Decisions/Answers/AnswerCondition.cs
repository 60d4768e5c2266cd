namespace TypedExplain.Decisions;

/// <summary>Which answers of a model are wanted: <c>answer => answer >= 0.62</c>, or <c>answer => answer >= 0.4 &amp;&amp; answer &lt;= 0.6</c>.</summary>
/// <param name="answer">The answer, to compare with numbers.</param>
public delegate WantedAnswers AnswerCondition(Answer answer);
