-- POSTs each line "path body" of a file once, every one from an address of its own, and counts what was answered well. With a second
-- file, each good answer is written there.
local lines, answers, ip
good, other, exhausted = 0, 0, false
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  lines = io.lines(args[1])
  answers = args[2] and io.open(args[2], "w")
  math.randomseed(os.time())
  ip = math.random(0, 15000000)
end

function request()
  local line = lines and lines()
  if not line then
    lines, exhausted = nil, true
    wrk.thread:stop()
    return wrk.format("GET", "/")
  end
  local path, body = line:match("(%S+) (.+)")
  ip = ip + 1
  return wrk.format("POST", path, {
    ["Content-Type"] = "application/json",
    ["X-Forwarded-For"] = string.format("10.%d.%d.%d", ip % 250, math.floor(ip / 250) % 250, math.floor(ip / 62500) % 250),
  }, body)
end

function response(status, headers, body)
  if status >= 200 and status < 300 then
    good = good + 1
    if answers then answers:write(body, "\n") end
  else
    other = other + 1
  end
end

function done(summary)
  local well, badly, over = 0, 0, ""
  for _, thread in ipairs(threads) do
    well, badly = well + thread:get("good"), badly + thread:get("other")
    if thread:get("exhausted") then over = " exhausted" end
  end
  io.write(string.format("rate %d other %d%s\n", well / summary.duration * 1e6, badly, over))
end
