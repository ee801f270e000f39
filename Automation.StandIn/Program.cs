using Automation.StandIn;

if (Environment.GetEnvironmentVariable("PULUMI_STANDIN") is not { Length: > 0 } folder)
    return Refusal.Say("got no PULUMI_STANDIN, want the folder that has the answers of this stand-in for Pulumi's CLI");

var input = Console.IsInputRedirected ? Console.In.ReadToEnd() : "";
var candidates = Words.Candidates(args).ToList();
var answers = AnswerFile.First(Path.Combine(folder, "answers"), candidates);
var earlier = new CallLog(folder).Add(args, input, answers?.Name);
if (answers is null)
    return candidates is ["version"]
        ? Player.Print("v3.260.0\n")
        : Refusal.Say($"got '{string.Join(' ', args)}', want an answer for it: a file answers/{candidates[0]}.json in {folder}");
return Player.Play(answers.Answer(earlier), args);
